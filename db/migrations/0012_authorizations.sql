ALTER TABLE "payment_attempts" ADD COLUMN "authorized_at" timestamp (3) with time zone;--> statement-breakpoint
-- What the provider has charged it had authorized; of what is under way nobody has asked.
UPDATE "payment_attempts" SET "authorized_at" = "created_at" WHERE "kind" = 'charge' AND "outcome" = 'done';
