ALTER TABLE "payments" ADD COLUMN "decided_as" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "close_note" text;--> statement-breakpoint
CREATE INDEX "payments_decided" ON "payments" USING btree ("settle_after") WHERE decided_as is not null;