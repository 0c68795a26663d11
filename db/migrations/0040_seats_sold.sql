ALTER TABLE "event_sessions" ADD COLUMN "seated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "row" text;--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "label" text;--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "position" integer;--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "accessible" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "companion" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "restricted_view" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "house" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "seat_ids" text[];--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "price_krw" bigint;--> statement-breakpoint
UPDATE tickets SET price_krw = o.amount_krw / o.quantity FROM orders o WHERE o.id = tickets.order_id;--> statement-breakpoint
ALTER TABLE "tickets" ALTER COLUMN "price_krw" SET NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_ticket_of_seat" ON "tickets" USING btree ("seat_id") WHERE seat_id is not null and status <> 'VOID';--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "hold_seats_are_its_quantity" CHECK (cardinality("holds"."seat_ids") = "holds"."quantity");--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "ticket_price_not_negative" CHECK ("tickets"."price_krw" >= 0);