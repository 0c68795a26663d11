CREATE TABLE "state_count_marks" (
	"name" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "state_counts" (
	"machine" text NOT NULL,
	"state" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "state_counts_machine_state_pk" PRIMARY KEY("machine","state")
);
--> statement-breakpoint
CREATE INDEX "holds_state_created_at_id_index" ON "holds" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "integration_sessions_state_created_at_id_index" ON "integration_sessions" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "payments_state_created_at_id_index" ON "payments" USING btree ("state","created_at","id");