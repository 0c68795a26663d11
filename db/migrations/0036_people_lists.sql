DROP INDEX "users_email_key";--> statement-breakpoint
CREATE INDEX "users_created_at_id_index" ON "users" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "users_state_created_at_id_index" ON "users" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "users_role_created_at_id_index" ON "users" USING btree ("role","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree (lower("email") text_pattern_ops);