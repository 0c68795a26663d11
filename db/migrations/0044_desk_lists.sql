CREATE INDEX "shippings_state_updated_at_id_index" ON "shippings" USING btree ("state","updated_at","id");--> statement-breakpoint
CREATE INDEX "shippings_updated_at_id_index" ON "shippings" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "shippings_tracking" ON "shippings" USING btree (upper(replace("tracking_number", '-', '')));