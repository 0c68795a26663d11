CREATE TYPE "public"."integration_state" AS ENUM('REQUESTED', 'INFO_ENTERING', 'WAITING_FOR_LOCK', 'LOCKED', 'SMS_RECEIVED', 'EMAIL_WAITING', 'EMAIL_RECEIVED', 'VERIFYING', 'COMPLETED', 'LOCK_TIMEOUT', 'FAILED', 'CANCELLED', 'EXPIRED');--> statement-breakpoint
CREATE SEQUENCE "public"."integration_queue" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "integration_messages" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "integration_messages_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"channel" text NOT NULL,
	"message_id" text NOT NULL,
	"recipient" text NOT NULL,
	"sender" text NOT NULL,
	"text_masked" text NOT NULL,
	"session_id" text,
	"outcome" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"arrived_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "integration_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"vendor_id" text NOT NULL,
	"business_number" text,
	"company_name" text,
	"state" "integration_state" DEFAULT 'REQUESTED' NOT NULL,
	"queue_number" bigint,
	"sms_code" text,
	"email_code" text,
	"end_reason" text,
	"last_activity_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "marketplace_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"vendor_id" text NOT NULL,
	"company_name" text,
	"access_key" text,
	"secret_key" text,
	"keys_expire_at" timestamp (3) with time zone,
	"reminded_days" integer,
	"connected_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"checked_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "marketplace_accounts_vendorId_unique" UNIQUE("vendor_id")
);
--> statement-breakpoint
CREATE TABLE "phone_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"phone_number" text NOT NULL,
	"inbox" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"holder_id" text,
	"fencing_token" integer DEFAULT 0 NOT NULL,
	"locked_at" timestamp (3) with time zone,
	"lock_expires_at" timestamp (3) with time zone,
	CONSTRAINT "phone_lines_phoneNumber_unique" UNIQUE("phone_number"),
	CONSTRAINT "phone_lines_inbox_unique" UNIQUE("inbox"),
	CONSTRAINT "phone_lines_holderId_unique" UNIQUE("holder_id")
);
--> statement-breakpoint
CREATE TABLE "sandbox_vendors" (
	"vendor_id" text PRIMARY KEY NOT NULL,
	"sms_digest" text,
	"email_digest" text,
	"sms_verified" boolean DEFAULT false NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "integration_messages" ADD CONSTRAINT "integration_messages_session_id_integration_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."integration_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integration_sessions" ADD CONSTRAINT "integration_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marketplace_accounts" ADD CONSTRAINT "marketplace_accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_lines" ADD CONSTRAINT "phone_lines_holder_id_integration_sessions_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."integration_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_message" ON "integration_messages" USING btree ("channel","message_id");--> statement-breakpoint
CREATE INDEX "integration_messages_session_id_index" ON "integration_messages" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_running_session_per_vendor" ON "integration_sessions" USING btree ("vendor_id") WHERE state not in ('COMPLETED', 'LOCK_TIMEOUT', 'FAILED', 'CANCELLED', 'EXPIRED');--> statement-breakpoint
CREATE INDEX "integration_sessions_in_line" ON "integration_sessions" USING btree ("queue_number") WHERE state = 'WAITING_FOR_LOCK';--> statement-breakpoint
CREATE INDEX "integration_sessions_last_activity_at_index" ON "integration_sessions" USING btree ("last_activity_at");--> statement-breakpoint
CREATE INDEX "integration_sessions_user_id_created_at_index" ON "integration_sessions" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "marketplace_accounts_user_id_index" ON "marketplace_accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "marketplace_accounts_keys_expire_at_index" ON "marketplace_accounts" USING btree ("keys_expire_at");