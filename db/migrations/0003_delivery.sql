CREATE TABLE "alerts" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb NOT NULL,
	"count" integer DEFAULT 1 NOT NULL,
	"first_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"last_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"resolved_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "job_crons" (
	"function_id" text PRIMARY KEY NOT NULL,
	"cron" text NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_events" (
	"id" text PRIMARY KEY NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"function_id" text NOT NULL,
	"event" jsonb NOT NULL,
	"steps" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"stack" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"pending" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"claims" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"outcome" text,
	"error" text,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"recipient" text NOT NULL,
	"user_id" text,
	"kind" text NOT NULL,
	"params" jsonb NOT NULL,
	"read_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "notifications_eventId_recipient_unique" UNIQUE("event_id","recipient")
);
--> statement-breakpoint
CREATE TABLE "job_heartbeats" (
	"name" text PRIMARY KEY NOT NULL,
	"last_ok_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox_received" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sandbox_received_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"message_id" text NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"mode" text NOT NULL,
	"taken" boolean NOT NULL,
	"duplicate" boolean NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox_receiver" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"mode" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transmission_attempts" (
	"transmission_id" text NOT NULL,
	"claim" integer NOT NULL,
	"by_hand" boolean NOT NULL,
	"outcome" text NOT NULL,
	"status" integer,
	"error" text,
	"response" text,
	"duration_ms" integer NOT NULL,
	"ended_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "transmission_attempts_transmission_id_claim_pk" PRIMARY KEY("transmission_id","claim")
);
--> statement-breakpoint
CREATE TABLE "transmission_circuits" (
	"destination" "transmission_destination" PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'CLOSED' NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"probe_at" timestamp (3) with time zone,
	"reason" text,
	"changed_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "transmissions_due";--> statement-breakpoint
DROP INDEX "transmissions_unsent_of";--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "settle_after" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "settle_claims" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "transmissions" ADD COLUMN "claims" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "transmissions" ADD COLUMN "claimed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "transmissions" ADD COLUMN "replayed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "transmissions" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transmission_attempts" ADD CONSTRAINT "transmission_attempts_transmission_id_transmissions_id_fk" FOREIGN KEY ("transmission_id") REFERENCES "public"."transmissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_firing_alert" ON "alerts" USING btree ("kind","subject") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "alerts_last_at_index" ON "alerts" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "job_events_received_at_index" ON "job_events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "job_runs_due" ON "job_runs" USING btree ("due_at") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "job_runs_ended" ON "job_runs" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "notifications_user_id_created_at_index" ON "notifications" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "notifications_recipient_created_at_index" ON "notifications" USING btree ("recipient","created_at");--> statement-breakpoint
CREATE INDEX "sandbox_received_message_id_index" ON "sandbox_received" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "payments_unsettled" ON "payments" USING btree ("window_ends_at") WHERE state = 'processing';--> statement-breakpoint
CREATE INDEX "payments_by_update" ON "payments" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "transmissions_unsent" ON "transmissions" USING btree ("destination","seq") WHERE state in ('PENDING', 'FAILED');--> statement-breakpoint
CREATE INDEX "transmissions_listed" ON "transmissions" USING btree ("state","destination","seq");--> statement-breakpoint
CREATE INDEX "transmissions_sent" ON "transmissions" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "transmissions_due" ON "transmissions" USING btree ("destination","next_attempt_at","seq") WHERE state in ('PENDING', 'FAILED');--> statement-breakpoint
CREATE INDEX "transmissions_unsent_of" ON "transmissions" USING btree ("aggregate_id","destination","seq") WHERE state in ('PENDING', 'FAILED', 'DEAD');