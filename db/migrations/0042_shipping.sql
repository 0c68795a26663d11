CREATE TYPE "public"."shipping_state" AS ENUM('pending', 'preparing', 'shipped', 'in_transit', 'delivered', 'returned', 'refunded', 'lost', 'investigating', 'found', 'compensated', 'cancelled');--> statement-breakpoint
CREATE TABLE "delivery_addresses" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"sealed" text,
	"erased_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "delivery_addresses_orderId_unique" UNIQUE("order_id"),
	CONSTRAINT "address_sealed_or_erased" CHECK (("delivery_addresses"."sealed" is null) = ("delivery_addresses"."erased_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "shippings" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"state" "shipping_state" DEFAULT 'pending' NOT NULL,
	"carrier" text,
	"tracking_number" text,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "shippings_orderId_unique" UNIQUE("order_id"),
	CONSTRAINT "carrier_with_number" CHECK (("shippings"."carrier" is null) = ("shippings"."tracking_number" is null))
);
--> statement-breakpoint
ALTER TABLE "event_sessions" ADD COLUMN "mobile_offered" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "event_sessions" ADD COLUMN "paper_offered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "event_sessions" ADD COLUMN "paper_until_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "event_sessions" ADD COLUMN "shipping_fee_krw" bigint DEFAULT 3000 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "delivery" text DEFAULT 'MOBILE' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "shipping_fee_krw" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "shipping_fee_krw" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_addresses" ADD CONSTRAINT "delivery_addresses_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shippings" ADD CONSTRAINT "shippings_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delivery_addresses_unerased" ON "delivery_addresses" USING btree ("created_at") WHERE sealed is not null;--> statement-breakpoint
CREATE INDEX "shippings_state_created_at_id_index" ON "shippings" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "shippings_created_at_id_index" ON "shippings" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "orders_uncompleted" ON "orders" USING btree ("event_session_id") WHERE state = 'confirmed' and delivery = 'MOBILE';--> statement-breakpoint
ALTER TABLE "event_sessions" ADD CONSTRAINT "shipping_fee_not_negative" CHECK ("event_sessions"."shipping_fee_krw" >= 0);--> statement-breakpoint
ALTER TABLE "event_sessions" ADD CONSTRAINT "some_delivery_offered" CHECK ("event_sessions"."mobile_offered" or "event_sessions"."paper_offered");--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "order_shipping_fee_within_amount" CHECK ("orders"."shipping_fee_krw" between 0 and "orders"."amount_krw");--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refund_shipping_fee_within_amount" CHECK ("refunds"."shipping_fee_krw" between 0 and "refunds"."amount_krw");