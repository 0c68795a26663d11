ALTER TABLE "payments" ADD COLUMN "settle_after" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "settle_claims" integer DEFAULT 0 NOT NULL;