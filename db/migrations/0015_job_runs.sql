ALTER TABLE "job_runs" DROP COLUMN "steps";--> statement-breakpoint
ALTER TABLE "job_runs" DROP COLUMN "stack";--> statement-breakpoint
ALTER TABLE "job_runs" DROP COLUMN "pending";