DROP INDEX "one_active_hold_per_buyer";--> statement-breakpoint
CREATE UNIQUE INDEX "one_active_hold_of_buyer" ON "holds" USING btree ("user_id","event_session_id") WHERE state = 'ACTIVE';