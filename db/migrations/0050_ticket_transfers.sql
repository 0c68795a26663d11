CREATE TABLE "received_tickets" (
	"event_session_id" text NOT NULL,
	"user_id" text NOT NULL,
	"tickets" integer NOT NULL,
	CONSTRAINT "received_tickets_event_session_id_user_id_pk" PRIMARY KEY("event_session_id","user_id"),
	CONSTRAINT "received_not_negative" CHECK ("received_tickets"."tickets" >= 0)
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "transfers_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "received_tickets" ADD CONSTRAINT "received_tickets_event_session_id_event_sessions_id_fk" FOREIGN KEY ("event_session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "received_tickets" ADD CONSTRAINT "received_tickets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_from_id_users_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_to_id_users_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "received_tickets_user_id_index" ON "received_tickets" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_transfer_of_ticket" ON "transfers" USING btree ("ticket_id") WHERE accepted_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "transfers_ticket_id_index" ON "transfers" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "transfers_from_id_index" ON "transfers" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "transfers_to_id_index" ON "transfers" USING btree ("to_id");