ALTER TABLE "event_sessions" ADD COLUMN "cancel_fees" jsonb DEFAULT '{"freeDays":0,"steps":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "event_sessions" ADD COLUMN "transferable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "event_sessions" ADD COLUMN "transfer_until_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "cancel_fee_krw" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refund_cancel_fee_not_negative" CHECK ("refunds"."cancel_fee_krw" >= 0);