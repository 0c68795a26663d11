CREATE TYPE "public"."refund_state" AS ENUM('asked', 'done', 'refused');--> statement-breakpoint
CREATE TABLE "mail_budgets" (
	"address" text PRIMARY KEY NOT NULL,
	"sent" integer NOT NULL,
	"since" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" text NOT NULL,
	"amount_krw" bigint NOT NULL,
	"state" "refund_state" DEFAULT 'asked' NOT NULL,
	"reason" text NOT NULL,
	"code" text,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "refund_amount_not_negative" CHECK ("refunds"."amount_krw" >= 0)
);
--> statement-breakpoint
DROP INDEX "payments_unsettled";--> statement-breakpoint
ALTER TABLE "event_sessions" ALTER COLUMN "price_krw" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "seats" ALTER COLUMN "price_krw" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "amount_krw" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "amount_krw" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "sandbox_payments" ALTER COLUMN "amount_krw" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "replaced_by_id" text;--> statement-breakpoint
ALTER TABLE "sandbox_payments" ADD COLUMN "refuses_refund" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refunds_payment_id_created_at_index" ON "refunds" USING btree ("payment_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_refund_under_way" ON "refunds" USING btree ("payment_id") WHERE state = 'asked';--> statement-breakpoint
CREATE INDEX "refunds_not_done" ON "refunds" USING btree ("state","updated_at") WHERE state <> 'done';--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_replaced_by_id_orders_id_fk" FOREIGN KEY ("replaced_by_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payments_unknown" ON "payments" USING btree ("settle_after") WHERE unknown_since is not null;--> statement-breakpoint
CREATE INDEX "payments_unsettled" ON "payments" USING btree ("window_ends_at") WHERE state in ('pending', 'processing');--> statement-breakpoint
-- Until now a payment was called refunded when its refund was asked for. Each gets its refund, in the state that the
-- provider's answer gives it, and a payment whose money is still with the provider is completed again.
INSERT INTO refunds (id, payment_id, amount_krw, state, reason, code, created_at, updated_at)
SELECT 'refund_' || split_part(t.id, '_', 2), p.id, p.amount_krw,
       (CASE WHEN t.state = 'SENT' THEN 'done' WHEN t.state IN ('DEAD', 'RESOLVED') THEN 'refused' ELSE 'asked' END)::refund_state,
       coalesce(o.end_reason, 'other'), CASE WHEN t.state IN ('DEAD', 'RESOLVED') THEN left(t.last_error, 200) END,
       t.created_at, coalesce(t.sent_at, t.created_at)
FROM payments p JOIN orders o ON o.id = p.order_id
JOIN transmissions t ON t.aggregate_id = o.id AND t.destination = 'payment-provider'
WHERE p.state = 'refunded';--> statement-breakpoint
INSERT INTO state_history (entity, entity_id, from_state, to_state, actor_kind, reason, trace_id)
SELECT 'refund', r.id, step.from_state, step.to_state, 'system', 'refunds_are_kept', o.trace_id
FROM refunds r JOIN payments p ON p.id = r.payment_id JOIN orders o ON o.id = p.order_id
CROSS JOIN LATERAL (VALUES (1, null, 'asked'), (2, 'asked', r.state::text)) AS step (nth, from_state, to_state)
WHERE step.nth = 1 OR r.state <> 'asked'
ORDER BY r.id, step.nth;--> statement-breakpoint
INSERT INTO state_history (entity, entity_id, from_state, to_state, actor_kind, reason, trace_id)
SELECT 'payment', p.id, 'refunded', 'completed', 'system', 'refund_not_done', o.trace_id
FROM refunds r JOIN payments p ON p.id = r.payment_id JOIN orders o ON o.id = p.order_id
WHERE r.state <> 'done';--> statement-breakpoint
ALTER TABLE payments DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE payments p SET state = 'completed' FROM refunds r WHERE r.payment_id = p.id AND r.state <> 'done';--> statement-breakpoint
ALTER TABLE payments ENABLE TRIGGER USER;--> statement-breakpoint
UPDATE transmissions t SET payload = (t.payload::jsonb || jsonb_build_object('refundId', r.id))::text
FROM payments p JOIN refunds r ON r.payment_id = p.id
WHERE t.aggregate_id = p.order_id AND t.destination = 'payment-provider' AND t.payload <> '';
