CREATE TABLE "audit_seals" (
	"number" bigint PRIMARY KEY NOT NULL,
	"last_seq" bigint NOT NULL,
	"seqs" bigint[] NOT NULL,
	"digests" "bytea"[] NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_seals_by_last_seq" UNIQUE("last_seq")
);
--> statement-breakpoint
DROP INDEX "audit_log_actor_id_seq_index";--> statement-breakpoint
DROP INDEX "audit_log_at_index";--> statement-breakpoint
CREATE INDEX "audit_log_at_seq_index" ON "audit_log" USING btree ("at","seq");--> statement-breakpoint
CREATE INDEX "audit_log_actor_id_at_seq_index" ON "audit_log" USING btree ("actor_id","at","seq");--> statement-breakpoint
CREATE INDEX "audit_log_action_at_seq_index" ON "audit_log" USING btree ("action","at","seq");--> statement-breakpoint
CREATE INDEX "audit_log_trace_id_index" ON "audit_log" USING btree ("trace_id");--> statement-breakpoint
CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
