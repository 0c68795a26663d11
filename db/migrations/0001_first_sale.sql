CREATE TYPE "public"."user_role" AS ENUM('USER', 'SELLER', 'ADMIN');--> statement-breakpoint
CREATE TYPE "public"."event_status" AS ENUM('DRAFT', 'PUBLISHED', 'ARCHIVED');--> statement-breakpoint
CREATE TYPE "public"."inventory_state" AS ENUM('available', 'reserved', 'released', 'confirmed', 'sold', 'soldout');--> statement-breakpoint
CREATE TYPE "public"."sales_override" AS ENUM('OPEN', 'CLOSED');--> statement-breakpoint
CREATE TYPE "public"."hold_state" AS ENUM('ACTIVE', 'CONFIRMED', 'EXPIRED', 'RELEASED');--> statement-breakpoint
CREATE TYPE "public"."order_state" AS ENUM('pending', 'processing', 'confirmed', 'shipped', 'delivered', 'failed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."payment_method" AS ENUM('CARD', 'TRANSFER', 'EASY_PAY');--> statement-breakpoint
CREATE TYPE "public"."payment_state" AS ENUM('pending', 'processing', 'completed', 'failed', 'cancelled', 'refunded');--> statement-breakpoint
CREATE TYPE "public"."ticket_status" AS ENUM('VALID', 'USED', 'VOID');--> statement-breakpoint
CREATE TYPE "public"."transmission_destination" AS ENUM('data-platform', 'events', 'payment-provider', 'email');--> statement-breakpoint
CREATE TYPE "public"."transmission_state" AS ENUM('PENDING', 'SENT', 'FAILED', 'DEAD', 'RESOLVED');--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" "user_role" DEFAULT 'USER' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"sales_open_at" timestamp (3) with time zone NOT NULL,
	"sales_close_at" timestamp (3) with time zone NOT NULL,
	"cancel_deadline_at" timestamp (3) with time zone NOT NULL,
	"price_krw" integer NOT NULL,
	"sales_override" "sales_override",
	"max_per_user" integer NOT NULL,
	"line_admit_limit" integer NOT NULL,
	"line_admit_rate_per_second" integer NOT NULL,
	"line_max_length" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "price_not_negative" CHECK ("event_sessions"."price_krw" >= 0),
	CONSTRAINT "sales_window" CHECK ("event_sessions"."sales_open_at" < "event_sessions"."sales_close_at"),
	CONSTRAINT "max_per_user_positive" CHECK ("event_sessions"."max_per_user" > 0)
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"venue" text NOT NULL,
	"status" "event_status" DEFAULT 'DRAFT' NOT NULL,
	"owner_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"id" text PRIMARY KEY NOT NULL,
	"event_session_id" text NOT NULL,
	"number" text NOT NULL,
	"section" text NOT NULL,
	"price_krw" integer NOT NULL,
	"state" "inventory_state" DEFAULT 'available' NOT NULL,
	"hold_id" text,
	CONSTRAINT "seats_eventSessionId_number_unique" UNIQUE("event_session_id","number")
);
--> statement-breakpoint
CREATE TABLE "stock" (
	"event_session_id" text PRIMARY KEY NOT NULL,
	"total" integer NOT NULL,
	"remaining" integer NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "stock_remaining_not_negative" CHECK ("stock"."remaining" >= 0),
	CONSTRAINT "stock_remaining_within_total" CHECK ("stock"."remaining" <= "stock"."total")
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"event_session_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"state" "hold_state" DEFAULT 'ACTIVE' NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"extended" boolean DEFAULT false NOT NULL,
	"sold" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "hold_quantity_positive" CHECK ("holds"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"event_session_id" text NOT NULL,
	"hold_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"amount_krw" integer NOT NULL,
	"state" "order_state" DEFAULT 'pending' NOT NULL,
	"end_reason" text,
	"trace_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "orders_holdId_unique" UNIQUE("hold_id"),
	CONSTRAINT "order_quantity_positive" CHECK ("orders"."quantity" > 0),
	CONSTRAINT "order_amount_not_negative" CHECK ("orders"."amount_krw" >= 0)
);
--> statement-breakpoint
CREATE TABLE "payment_callbacks" (
	"webhook_id" text PRIMARY KEY NOT NULL,
	"pg_payment_id" text NOT NULL,
	"status" text NOT NULL,
	"outcome" text NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"provider" text NOT NULL,
	"pg_payment_id" text NOT NULL,
	"method" "payment_method" NOT NULL,
	"amount_krw" integer NOT NULL,
	"state" "payment_state" DEFAULT 'pending' NOT NULL,
	"session_url" text NOT NULL,
	"window_ends_at" timestamp (3) with time zone NOT NULL,
	"unknown_since" timestamp (3) with time zone,
	"raw_payload" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "payments_orderId_unique" UNIQUE("order_id"),
	CONSTRAINT "payments_pgPaymentId_unique" UNIQUE("pg_payment_id")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"action" text NOT NULL,
	"target" text,
	"outcome" text NOT NULL,
	"meta" jsonb,
	"trace_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"outcome" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp (3) with time zone DEFAULT app_now() + interval '24 hours' NOT NULL,
	CONSTRAINT "idempotency_keys_scope_key_pk" PRIMARY KEY("scope","key"),
	CONSTRAINT "idempotency_key_length" CHECK (length("idempotency_keys"."key") between 1 and 255)
);
--> statement-breakpoint
CREATE TABLE "state_history" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "state_history_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"reason" text,
	"metadata" jsonb,
	"trace_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox_payments" (
	"pg_payment_id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"amount_krw" integer NOT NULL,
	"status" text DEFAULT 'READY' NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"user_id" text NOT NULL,
	"event_session_id" text NOT NULL,
	"seat_id" text,
	"status" "ticket_status" DEFAULT 'VALID' NOT NULL,
	"qr" text NOT NULL,
	"used_at" timestamp (3) with time zone,
	"used_where" text,
	"issued_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transmissions" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "transmissions_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"destination" "transmission_destination" NOT NULL,
	"type" text NOT NULL,
	"aggregate_id" text NOT NULL,
	"payload" text NOT NULL,
	"state" "transmission_state" DEFAULT 'PENDING' NOT NULL,
	"retry_count" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"last_error" text,
	"trace_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "transmissions_seq_unique" UNIQUE("seq")
);
--> statement-breakpoint
ALTER TABLE "event_sessions" ADD CONSTRAINT "event_sessions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock" ADD CONSTRAINT "stock_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_hold_id_holds_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."holds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "event_sessions_event_id_starts_at_index" ON "event_sessions" USING btree ("event_id","starts_at");--> statement-breakpoint
CREATE INDEX "events_status_created_at_index" ON "events" USING btree ("status","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_active_hold_per_buyer" ON "holds" USING btree ("event_session_id","user_id") WHERE state = 'ACTIVE';--> statement-breakpoint
CREATE INDEX "holds_by_expiry" ON "holds" USING btree ("event_session_id","expires_at") WHERE state = 'ACTIVE';--> statement-breakpoint
CREATE INDEX "holds_sold_to_buyer" ON "holds" USING btree ("event_session_id","user_id") WHERE sold;--> statement-breakpoint
CREATE INDEX "orders_user_id_created_at_index" ON "orders" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "audit_log_target_seq_index" ON "audit_log" USING btree ("target","seq");--> statement-breakpoint
CREATE INDEX "audit_log_actor_id_seq_index" ON "audit_log" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_log_at_index" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_expires_at_index" ON "idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "state_history_entity_entity_id_seq_index" ON "state_history" USING btree ("entity","entity_id","seq");--> statement-breakpoint
CREATE INDEX "tickets_user_id_issued_at_index" ON "tickets" USING btree ("user_id","issued_at");--> statement-breakpoint
CREATE INDEX "tickets_order_id_index" ON "tickets" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "tickets_event_session_id_index" ON "tickets" USING btree ("event_session_id");--> statement-breakpoint
CREATE INDEX "transmissions_due" ON "transmissions" USING btree ("next_attempt_at","seq") WHERE state in ('PENDING', 'FAILED');--> statement-breakpoint
CREATE INDEX "transmissions_unsent_of" ON "transmissions" USING btree ("aggregate_id","seq") WHERE state in ('PENDING', 'FAILED', 'DEAD');