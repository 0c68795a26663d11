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
ALTER TABLE "transmissions" ADD COLUMN "claims" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "transmissions" ADD COLUMN "claimed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "transmissions" ADD COLUMN "replayed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "transmissions" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "transmission_attempts" ADD CONSTRAINT "transmission_attempts_transmission_id_transmissions_id_fk" FOREIGN KEY ("transmission_id") REFERENCES "public"."transmissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_firing_alert" ON "alerts" USING btree ("kind","subject") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "alerts_last_at_index" ON "alerts" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "transmissions_unsent" ON "transmissions" USING btree ("destination","seq") WHERE state in ('PENDING', 'FAILED');--> statement-breakpoint
CREATE INDEX "transmissions_listed" ON "transmissions" USING btree ("state","destination","seq");--> statement-breakpoint
CREATE INDEX "transmissions_sent" ON "transmissions" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "transmissions_due" ON "transmissions" USING btree ("destination","next_attempt_at","seq") WHERE state in ('PENDING', 'FAILED');--> statement-breakpoint
CREATE INDEX "transmissions_unsent_of" ON "transmissions" USING btree ("aggregate_id","destination","seq") WHERE state in ('PENDING', 'FAILED', 'DEAD');