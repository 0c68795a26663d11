CREATE TYPE "public"."arrival_outcome" AS ENUM('admitted', 'left', 'guest_full', 'guest_out', 'guest_unlisted', 'not_open', 'over', 'cancelled');--> statement-breakpoint
CREATE TABLE "guest_arrivals" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "guest_arrivals_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"guest_id" text NOT NULL,
	"event_session_id" text NOT NULL,
	"door_device_id" text NOT NULL,
	"key" text NOT NULL,
	"entrance" text NOT NULL,
	"direction" "scan_direction" NOT NULL,
	"people" integer NOT NULL,
	"outcome" "arrival_outcome" NOT NULL,
	"passed" boolean NOT NULL,
	"offline" boolean NOT NULL,
	"arrived_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "guest_arrivals_doorDeviceId_key_unique" UNIQUE("door_device_id","key"),
	CONSTRAINT "arrival_people" CHECK ("guest_arrivals"."people" > 0)
);
--> statement-breakpoint
CREATE TABLE "guest_lists" (
	"event_session_id" text PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guests" (
	"id" text PRIMARY KEY NOT NULL,
	"event_session_id" text NOT NULL,
	"name" text NOT NULL,
	"note" text,
	"people" integer NOT NULL,
	"came" integer DEFAULT 0 NOT NULL,
	"outside" integer DEFAULT 0 NOT NULL,
	"revision" bigint NOT NULL,
	"created_by_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "guest_people" CHECK ("guests"."people" > 0 and "guests"."came" >= 0 and "guests"."outside" between 0 and "guests"."came")
);
--> statement-breakpoint
ALTER TABLE "guest_arrivals" ADD CONSTRAINT "guest_arrivals_guest_id_guests_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."guests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_arrivals" ADD CONSTRAINT "guest_arrivals_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_arrivals" ADD CONSTRAINT "guest_arrivals_door_device_id_door_devices_id_fk" FOREIGN KEY ("door_device_id") REFERENCES "public"."door_devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_lists" ADD CONSTRAINT "guest_lists_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guest_arrivals_guest_id_arrived_at_index" ON "guest_arrivals" USING btree ("guest_id","arrived_at");--> statement-breakpoint
CREATE INDEX "guest_arrivals_event_session_id_index" ON "guest_arrivals" USING btree ("event_session_id");--> statement-breakpoint
CREATE INDEX "guests_event_session_id_revision_index" ON "guests" USING btree ("event_session_id","revision");