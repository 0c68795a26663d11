CREATE TABLE "job_runners" (
	"name" text PRIMARY KEY NOT NULL,
	"well_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"fault" text,
	"cause" text
);
--> statement-breakpoint
ALTER TABLE "job_crons" ADD COLUMN "set_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL;--> statement-breakpoint
ALTER TABLE "job_runs" ADD COLUMN "saved_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL;--> statement-breakpoint
ALTER TABLE "job_heartbeats" ADD COLUMN "failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "job_heartbeats" ADD COLUMN "last_failure" text;--> statement-breakpoint
-- Found again at the next start: what a clock that was set back left far ahead goes with it.
DELETE FROM "job_crons";
