ALTER TABLE "event_sessions" ADD COLUMN "cancel_reason" text;--> statement-breakpoint
UPDATE "event_sessions" SET "cancel_reason" = "cancellations"."reason" FROM "cancellations" WHERE "cancellations"."event_session_id" = "event_sessions"."id";--> statement-breakpoint
ALTER TABLE "cancellations" DROP COLUMN "reason";--> statement-breakpoint
ALTER TABLE "event_sessions" ADD CONSTRAINT "cancelled_with_reason" CHECK (("event_sessions"."cancelled_at" is null) = ("event_sessions"."cancel_reason" is null));