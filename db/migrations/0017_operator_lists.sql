DROP INDEX "refunds_not_done";--> statement-breakpoint
CREATE INDEX "orders_created_at_id_index" ON "orders" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "orders_state_created_at_id_index" ON "orders" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_event_session_id_created_at_id_index" ON "orders" USING btree ("event_session_id","created_at","id");--> statement-breakpoint
CREATE INDEX "refunds_state_updated_at_id_index" ON "refunds" USING btree ("state","updated_at","id");--> statement-breakpoint
CREATE INDEX "refunds_updated_at_id_index" ON "refunds" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "transmissions_aggregate_id_seq_index" ON "transmissions" USING btree ("aggregate_id","seq");--> statement-breakpoint
CREATE INDEX "transmissions_type_seq_index" ON "transmissions" USING btree ("type","seq");