CREATE TYPE "public"."scan_direction" AS ENUM('IN', 'OUT');--> statement-breakpoint
CREATE TYPE "public"."scan_outcome" AS ENUM('admitted', 'reentered', 'left', 'used', 'inside', 'not_inside', 'void', 'replaced', 'other_session', 'forged', 'unknown', 'not_open', 'over', 'cancelled');--> statement-breakpoint
CREATE TABLE "door_devices" (
	"id" text PRIMARY KEY NOT NULL,
	"door_link_id" text NOT NULL,
	"number" integer NOT NULL,
	"token_hash" text NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "door_devices_doorLinkId_number_unique" UNIQUE("door_link_id","number")
);
--> statement-breakpoint
CREATE TABLE "door_links" (
	"id" text PRIMARY KEY NOT NULL,
	"event_session_id" text NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"devices_max" integer NOT NULL,
	"created_by_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "door_link_devices" CHECK ("door_links"."devices_max" > 0)
);
--> statement-breakpoint
CREATE TABLE "door_rules" (
	"event_session_id" text PRIMARY KEY NOT NULL,
	"reentry" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scans" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "scans_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ticket_id" text NOT NULL,
	"event_session_id" text NOT NULL,
	"door_device_id" text,
	"key" text,
	"entrance" text NOT NULL,
	"direction" "scan_direction" NOT NULL,
	"outcome" "scan_outcome" NOT NULL,
	"passed" boolean NOT NULL,
	"offline" boolean NOT NULL,
	"scanned_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "scans_doorDeviceId_key_unique" UNIQUE("door_device_id","key")
);
--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "left_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "door_devices" ADD CONSTRAINT "door_devices_door_link_id_door_links_id_fk" FOREIGN KEY ("door_link_id") REFERENCES "public"."door_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_links" ADD CONSTRAINT "door_links_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_links" ADD CONSTRAINT "door_links_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_rules" ADD CONSTRAINT "door_rules_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scans" ADD CONSTRAINT "scans_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scans" ADD CONSTRAINT "scans_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scans" ADD CONSTRAINT "scans_door_device_id_door_devices_id_fk" FOREIGN KEY ("door_device_id") REFERENCES "public"."door_devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "door_devices_token_hash_index" ON "door_devices" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "door_links_token_hash_index" ON "door_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "door_links_event_session_id_created_at_index" ON "door_links" USING btree ("event_session_id","created_at");--> statement-breakpoint
CREATE INDEX "scans_ticket_id_scanned_at_index" ON "scans" USING btree ("ticket_id","scanned_at");--> statement-breakpoint
CREATE INDEX "scans_event_session_id_seq_index" ON "scans" USING btree ("event_session_id","seq");--> statement-breakpoint
-- Tickets that were used before had no scans.
INSERT INTO "scans" ("ticket_id", "event_session_id", "entrance", "direction", "outcome", "passed", "offline", "scanned_at", "received_at")
SELECT "id", "event_session_id", coalesce("used_where", ''), 'IN', 'admitted', true, false, "used_at", "used_at" FROM "tickets" WHERE "used_at" IS NOT NULL;--> statement-breakpoint
CREATE TRIGGER scans_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON scans
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
