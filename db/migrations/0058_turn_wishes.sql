CREATE TABLE "turn_wishes" (
	"event_session_id" text NOT NULL,
	"user_id" text NOT NULL,
	"number" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "turn_wishes_event_session_id_user_id_pk" PRIMARY KEY("event_session_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "turn_wishes" ADD CONSTRAINT "turn_wishes_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_wishes" ADD CONSTRAINT "turn_wishes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "turn_wishes_user_id_index" ON "turn_wishes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "turn_wishes_in_order" ON "turn_wishes" USING btree ("event_session_id","number");