CREATE TABLE "posters" (
	"id" text PRIMARY KEY NOT NULL,
	"uploaded_by" text NOT NULL,
	"event_id" text,
	"alt" text DEFAULT '' NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"files" jsonb NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"unused_since" timestamp (3) with time zone DEFAULT app_now(),
	CONSTRAINT "posters_eventId_unique" UNIQUE("event_id"),
	CONSTRAINT "posters_used_or_unused" CHECK (("posters"."event_id" is null) <> ("posters"."unused_since" is null))
);
--> statement-breakpoint
ALTER TABLE "posters" ADD CONSTRAINT "posters_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posters" ADD CONSTRAINT "posters_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "posters_uploaded_by_index" ON "posters" USING btree ("uploaded_by");--> statement-breakpoint
CREATE INDEX "posters_unused_since_index" ON "posters" USING btree ("unused_since");