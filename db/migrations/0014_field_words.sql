ALTER TABLE "event_sessions" RENAME COLUMN "line_admit_limit" TO "queue_admit_limit";--> statement-breakpoint
ALTER TABLE "event_sessions" RENAME COLUMN "line_admit_rate_per_second" TO "queue_admit_rate_per_second";--> statement-breakpoint
ALTER TABLE "event_sessions" RENAME COLUMN "line_max_length" TO "queue_max_length";
--> statement-breakpoint
ALTER TABLE "payments" RENAME COLUMN "settle_claims" TO "reconcile_claims";
