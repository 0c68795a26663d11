DROP INDEX "tickets_event_session_id_index";--> statement-breakpoint
CREATE INDEX "tickets_event_session_id_issued_at_id_index" ON "tickets" USING btree ("event_session_id","issued_at","id");