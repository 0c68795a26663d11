CREATE TABLE "sandbox_refunds" (
	"key" text PRIMARY KEY NOT NULL,
	"pg_payment_id" text NOT NULL,
	"amount_krw" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "one_open_attempt";--> statement-breakpoint
DROP INDEX "one_refund_under_way";--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "returned" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD COLUMN "refund_id" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "ticket_numbers" integer[];--> statement-breakpoint
ALTER TABLE "sandbox_payments" ADD COLUMN "refunded_krw" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "refund_id" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "refunded_krw" bigint;--> statement-breakpoint
-- Until now a refund was of a whole order, which a payment had at the most one of.
UPDATE "holds" SET "returned" = "quantity" WHERE "state" = 'CONFIRMED' AND NOT "sold";--> statement-breakpoint
UPDATE "payment_attempts" a SET "refund_id" = r."id" FROM "refunds" r
	WHERE a."kind" = 'refund' AND r."payment_id" = a."payment_id";--> statement-breakpoint
UPDATE "sandbox_payments" SET "refunded_krw" = "amount_krw" WHERE "status" = 'REFUNDED';--> statement-breakpoint
UPDATE "tickets" t SET "refund_id" = r."id", "refunded_krw" = o."amount_krw" / o."quantity"
	FROM "orders" o JOIN "payments" p ON p."order_id" = o."id" JOIN "refunds" r ON r."payment_id" = p."id"
	WHERE t."order_id" = o."id" AND t."status" = 'VOID';--> statement-breakpoint
-- Each refund is sent by itself from here on: one that is refused must not hold up another of its order.
UPDATE "transmissions" SET "aggregate_id" = "payload"::json ->> 'refundId'
	WHERE "destination" = 'payment-provider' AND "payload" <> '';--> statement-breakpoint
ALTER TABLE "sandbox_refunds" ADD CONSTRAINT "sandbox_refunds_pg_payment_id_sandbox_payments_pg_payment_id_fk" FOREIGN KEY ("pg_payment_id") REFERENCES "public"."sandbox_payments"("pg_payment_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_charge" ON "payment_attempts" USING btree ("payment_id") WHERE kind = 'charge' and outcome is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_try_of_refund" ON "payment_attempts" USING btree ("refund_id") WHERE kind = 'refund' and outcome is null;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "hold_returned_within_quantity" CHECK ("holds"."returned" between 0 and "holds"."quantity");