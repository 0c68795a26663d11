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
CREATE INDEX "sandbox_received_message_id_index" ON "sandbox_received" USING btree ("message_id");