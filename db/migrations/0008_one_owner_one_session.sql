ALTER TABLE "integration_messages" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "integration_sessions" ADD COLUMN "passed_over_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "phone_lines" ADD COLUMN "released_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "phone_lines" ADD COLUMN "released_from" "integration_state";--> statement-breakpoint
ALTER TABLE "sandbox_vendors" ADD COLUMN "sms_session_id" text;--> statement-breakpoint
ALTER TABLE "sandbox_vendors" ADD COLUMN "email_session_id" text;--> statement-breakpoint
-- Of several running sessions of a person one goes on: the one with a phone line, else the newest.
CREATE TEMPORARY TABLE "surplus_sessions" ON COMMIT DROP AS
  SELECT id, state::text AS state FROM (
    SELECT s.id, s.state, row_number() OVER (
      PARTITION BY s.user_id
      ORDER BY (EXISTS (SELECT FROM phone_lines l WHERE l.holder_id = s.id)) DESC, s.created_at DESC, s.id DESC) AS place
    FROM integration_sessions s
    WHERE s.state NOT IN ('COMPLETED', 'LOCK_TIMEOUT', 'FAILED', 'CANCELLED', 'EXPIRED')) ranked
  WHERE place > 1;--> statement-breakpoint
UPDATE "integration_sessions" SET state = 'CANCELLED', sms_code = NULL, email_code = NULL,
    end_reason = 'one_session_per_person', updated_at = app_now()
  WHERE id IN (SELECT id FROM "surplus_sessions");--> statement-breakpoint
UPDATE "phone_lines" SET holder_id = NULL, locked_at = NULL, lock_expires_at = NULL, released_at = app_now()
  WHERE holder_id IN (SELECT id FROM "surplus_sessions");--> statement-breakpoint
INSERT INTO "state_history" (entity, entity_id, from_state, to_state, actor_kind, actor_id, reason, trace_id)
  SELECT 'integrationSession', id, state, 'CANCELLED', 'system', 'migration', 'one_session_per_person', 'migration'
  FROM "surplus_sessions";--> statement-breakpoint
CREATE UNIQUE INDEX "one_running_session_per_person" ON "integration_sessions" USING btree ("user_id") WHERE state not in ('COMPLETED', 'LOCK_TIMEOUT', 'FAILED', 'CANCELLED', 'EXPIRED');--> statement-breakpoint
-- An account and its sealed keys never change hands: another owner begins with a row of their own.
CREATE FUNCTION refuse_other_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the account of % stays its owner''s', OLD.vendor_id USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER marketplace_accounts_owner_stays BEFORE UPDATE OF user_id, vendor_id ON marketplace_accounts
  FOR EACH ROW WHEN (OLD.user_id <> NEW.user_id OR OLD.vendor_id <> NEW.vendor_id) EXECUTE FUNCTION refuse_other_owner();
