-- Every process is told, at the commit, which integration session changed, and that the line of those who wait moved.
CREATE FUNCTION tell_integration_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('integration', NEW.id);
  IF (OLD.state::text = 'WAITING_FOR_LOCK', OLD.queue_number, OLD.passed_over_at)
     IS DISTINCT FROM (NEW.state::text = 'WAITING_FOR_LOCK', NEW.queue_number, NEW.passed_over_at) THEN
    PERFORM pg_notify('integration', 'line');
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER tell_integration_session AFTER UPDATE ON integration_sessions
  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION tell_integration_session();--> statement-breakpoint
CREATE FUNCTION tell_phone_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.holder_id IS NOT NULL THEN PERFORM pg_notify('integration', OLD.holder_id); END IF;
  IF NEW.holder_id IS NOT NULL THEN PERFORM pg_notify('integration', NEW.holder_id); END IF;
  IF OLD.active <> NEW.active THEN PERFORM pg_notify('integration', 'line'); END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER tell_phone_line AFTER UPDATE ON phone_lines
  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION tell_phone_line();
