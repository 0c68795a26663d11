CREATE TABLE "sale_samples" (
	"event_session_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"remaining" integer NOT NULL,
	"held" integer NOT NULL,
	"paying" integer NOT NULL,
	"sold" integer NOT NULL,
	"waiting" integer,
	"admitted" integer,
	"issued" integer,
	"entries" integer,
	CONSTRAINT "sale_samples_event_session_id_at_pk" PRIMARY KEY("event_session_id","at")
);
--> statement-breakpoint
ALTER TABLE "sale_samples" ADD CONSTRAINT "sale_samples_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sale_samples_at_index" ON "sale_samples" USING btree ("at");