CREATE TYPE "public"."release_policy" AS ENUM('AT_ONCE', 'WAITLIST', 'SCHEDULED');--> statement-breakpoint
CREATE TYPE "public"."waitlist_entry_state" AS ENUM('WAITING', 'OFFERED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'LEFT', 'ENDED');--> statement-breakpoint
CREATE TABLE "waitlist_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "waitlist_entries_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" text NOT NULL,
	"event_session_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"state" "waitlist_entry_state" DEFAULT 'WAITING' NOT NULL,
	"hold_id" text,
	"offer_ends_at" timestamp (3) with time zone,
	"end_reason" text,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "waitlist_quantity_positive" CHECK ("waitlist_entries"."quantity" > 0),
	CONSTRAINT "waitlist_offer_with_deadline" CHECK (("waitlist_entries"."hold_id" is null) = ("waitlist_entries"."offer_ends_at" is null))
);
--> statement-breakpoint
ALTER TABLE "event_sessions" ADD COLUMN "release_policy" "release_policy" DEFAULT 'AT_ONCE' NOT NULL;--> statement-breakpoint
ALTER TABLE "event_sessions" ADD COLUMN "release_times" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "event_sessions" ADD COLUMN "offer_minutes" integer DEFAULT 720 NOT NULL;--> statement-breakpoint
ALTER TABLE "stock" ADD COLUMN "withheld_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "offered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_hold_id_holds_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."holds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_waitlist_entry_of_person" ON "waitlist_entries" USING btree ("user_id","event_session_id") WHERE state in ('WAITING', 'OFFERED');--> statement-breakpoint
CREATE INDEX "waitlist_in_order" ON "waitlist_entries" USING btree ("event_session_id","seq") WHERE state in ('WAITING', 'OFFERED');--> statement-breakpoint
CREATE INDEX "waitlist_entries_user_id_seq_index" ON "waitlist_entries" USING btree ("user_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "one_waitlist_entry_of_hold" ON "waitlist_entries" USING btree ("hold_id");--> statement-breakpoint
ALTER TABLE "event_sessions" ADD CONSTRAINT "offer_minutes_positive" CHECK ("event_sessions"."offer_minutes" > 0);