CREATE TABLE "seat_drawings" (
	"event_session_id" text PRIMARY KEY NOT NULL,
	"drawing" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "event_sessions" ADD COLUMN "drawing_version" text;--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "place" integer;--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_drawings" ADD CONSTRAINT "seat_drawings_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_eventSessionId_place_unique" UNIQUE("event_session_id","place");