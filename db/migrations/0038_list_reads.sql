DROP INDEX "transmissions_type_seq_index";--> statement-breakpoint
CREATE INDEX "holds_user_id_index" ON "holds" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "tickets_given_back" ON "tickets" USING btree ("event_session_id") WHERE refund_id is not null;--> statement-breakpoint
CREATE INDEX "transmissions_type_destination_seq_index" ON "transmissions" USING btree ("type","destination","seq");