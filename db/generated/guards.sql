CREATE OR REPLACE FUNCTION guard_orders_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'order begins as pending, not %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD.state::text, NEW.state::text) NOT IN (('pending', 'processing'), ('pending', 'failed'), ('pending', 'cancelled'), ('processing', 'confirmed'), ('processing', 'failed'), ('confirmed', 'shipped'), ('confirmed', 'cancelled'), ('shipped', 'delivered'), ('shipped', 'cancelled'), ('delivered', 'cancelled')) THEN
    RAISE EXCEPTION 'order cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_orders_state_birth BEFORE INSERT ON orders
  FOR EACH ROW WHEN (NEW.state <> 'pending') EXECUTE FUNCTION guard_orders_state();
CREATE OR REPLACE TRIGGER guard_orders_state BEFORE UPDATE OF state ON orders
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION guard_orders_state();

CREATE OR REPLACE FUNCTION guard_payments_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'payment begins as pending, not %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD.state::text, NEW.state::text) NOT IN (('pending', 'processing'), ('pending', 'failed'), ('pending', 'cancelled'), ('processing', 'completed'), ('processing', 'failed'), ('completed', 'refunded'), ('failed', 'pending')) THEN
    RAISE EXCEPTION 'payment cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_payments_state_birth BEFORE INSERT ON payments
  FOR EACH ROW WHEN (NEW.state <> 'pending') EXECUTE FUNCTION guard_payments_state();
CREATE OR REPLACE TRIGGER guard_payments_state BEFORE UPDATE OF state ON payments
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION guard_payments_state();

CREATE OR REPLACE FUNCTION guard_refunds_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'refund begins as asked, not %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD.state::text, NEW.state::text) NOT IN (('asked', 'done'), ('asked', 'refused'), ('refused', 'asked')) THEN
    RAISE EXCEPTION 'refund cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_refunds_state_birth BEFORE INSERT ON refunds
  FOR EACH ROW WHEN (NEW.state <> 'asked') EXECUTE FUNCTION guard_refunds_state();
CREATE OR REPLACE TRIGGER guard_refunds_state BEFORE UPDATE OF state ON refunds
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION guard_refunds_state();

CREATE OR REPLACE FUNCTION guard_shippings_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'shipping begins as pending, not %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD.state::text, NEW.state::text) NOT IN (('pending', 'preparing'), ('pending', 'cancelled'), ('preparing', 'shipped'), ('preparing', 'cancelled'), ('shipped', 'in_transit'), ('shipped', 'delivered'), ('shipped', 'returned'), ('in_transit', 'delivered'), ('in_transit', 'returned'), ('in_transit', 'lost'), ('returned', 'refunded'), ('lost', 'investigating'), ('investigating', 'found'), ('investigating', 'compensated'), ('found', 'delivered')) THEN
    RAISE EXCEPTION 'shipping cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_shippings_state_birth BEFORE INSERT ON shippings
  FOR EACH ROW WHEN (NEW.state <> 'pending') EXECUTE FUNCTION guard_shippings_state();
CREATE OR REPLACE TRIGGER guard_shippings_state BEFORE UPDATE OF state ON shippings
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION guard_shippings_state();

CREATE OR REPLACE FUNCTION guard_seats_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'inventory begins as available, not %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD.state::text, NEW.state::text) NOT IN (('available', 'reserved'), ('available', 'soldout'), ('reserved', 'available'), ('reserved', 'confirmed'), ('reserved', 'released'), ('released', 'available'), ('confirmed', 'sold'), ('confirmed', 'available'), ('sold', 'available'), ('soldout', 'available')) THEN
    RAISE EXCEPTION 'inventory cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_seats_state_birth BEFORE INSERT ON seats
  FOR EACH ROW WHEN (NEW.state <> 'available') EXECUTE FUNCTION guard_seats_state();
CREATE OR REPLACE TRIGGER guard_seats_state BEFORE UPDATE OF state ON seats
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION guard_seats_state();

CREATE OR REPLACE FUNCTION guard_holds_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'hold begins as ACTIVE, not %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD.state::text, NEW.state::text) NOT IN (('ACTIVE', 'CONFIRMED'), ('ACTIVE', 'EXPIRED'), ('ACTIVE', 'RELEASED')) THEN
    RAISE EXCEPTION 'hold cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_holds_state_birth BEFORE INSERT ON holds
  FOR EACH ROW WHEN (NEW.state <> 'ACTIVE') EXECUTE FUNCTION guard_holds_state();
CREATE OR REPLACE TRIGGER guard_holds_state BEFORE UPDATE OF state ON holds
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION guard_holds_state();

CREATE OR REPLACE FUNCTION guard_waitlist_entries_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'waitlistEntry begins as WAITING, not %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD.state::text, NEW.state::text) NOT IN (('WAITING', 'OFFERED'), ('WAITING', 'LEFT'), ('WAITING', 'ENDED'), ('OFFERED', 'ACCEPTED'), ('OFFERED', 'DECLINED'), ('OFFERED', 'LAPSED'), ('OFFERED', 'ENDED')) THEN
    RAISE EXCEPTION 'waitlistEntry cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_waitlist_entries_state_birth BEFORE INSERT ON waitlist_entries
  FOR EACH ROW WHEN (NEW.state <> 'WAITING') EXECUTE FUNCTION guard_waitlist_entries_state();
CREATE OR REPLACE TRIGGER guard_waitlist_entries_state BEFORE UPDATE OF state ON waitlist_entries
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION guard_waitlist_entries_state();

CREATE OR REPLACE FUNCTION guard_transmissions_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'transmission begins as PENDING, not %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD.state::text, NEW.state::text) NOT IN (('PENDING', 'SENT'), ('PENDING', 'FAILED'), ('FAILED', 'SENT'), ('FAILED', 'FAILED'), ('FAILED', 'DEAD'), ('DEAD', 'PENDING'), ('DEAD', 'RESOLVED')) THEN
    RAISE EXCEPTION 'transmission cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_transmissions_state_birth BEFORE INSERT ON transmissions
  FOR EACH ROW WHEN (NEW.state <> 'PENDING') EXECUTE FUNCTION guard_transmissions_state();
CREATE OR REPLACE TRIGGER guard_transmissions_state BEFORE UPDATE OF state ON transmissions
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION guard_transmissions_state();

CREATE OR REPLACE FUNCTION guard_integration_sessions_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'integrationSession begins as REQUESTED, not %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD.state::text, NEW.state::text) NOT IN (('REQUESTED', 'INFO_ENTERING'), ('REQUESTED', 'CANCELLED'), ('REQUESTED', 'FAILED'), ('REQUESTED', 'EXPIRED'), ('INFO_ENTERING', 'WAITING_FOR_LOCK'), ('INFO_ENTERING', 'CANCELLED'), ('INFO_ENTERING', 'FAILED'), ('INFO_ENTERING', 'EXPIRED'), ('WAITING_FOR_LOCK', 'LOCKED'), ('WAITING_FOR_LOCK', 'CANCELLED'), ('WAITING_FOR_LOCK', 'FAILED'), ('WAITING_FOR_LOCK', 'EXPIRED'), ('LOCKED', 'SMS_RECEIVED'), ('LOCKED', 'CANCELLED'), ('LOCKED', 'FAILED'), ('LOCKED', 'EXPIRED'), ('LOCKED', 'LOCK_TIMEOUT'), ('SMS_RECEIVED', 'EMAIL_WAITING'), ('SMS_RECEIVED', 'CANCELLED'), ('SMS_RECEIVED', 'FAILED'), ('SMS_RECEIVED', 'EXPIRED'), ('SMS_RECEIVED', 'LOCK_TIMEOUT'), ('EMAIL_WAITING', 'EMAIL_RECEIVED'), ('EMAIL_WAITING', 'CANCELLED'), ('EMAIL_WAITING', 'FAILED'), ('EMAIL_WAITING', 'EXPIRED'), ('EMAIL_WAITING', 'LOCK_TIMEOUT'), ('EMAIL_RECEIVED', 'VERIFYING'), ('EMAIL_RECEIVED', 'CANCELLED'), ('EMAIL_RECEIVED', 'FAILED'), ('EMAIL_RECEIVED', 'EXPIRED'), ('EMAIL_RECEIVED', 'LOCK_TIMEOUT'), ('VERIFYING', 'COMPLETED'), ('VERIFYING', 'CANCELLED'), ('VERIFYING', 'FAILED'), ('VERIFYING', 'EXPIRED'), ('VERIFYING', 'LOCK_TIMEOUT')) THEN
    RAISE EXCEPTION 'integrationSession cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_integration_sessions_state_birth BEFORE INSERT ON integration_sessions
  FOR EACH ROW WHEN (NEW.state <> 'REQUESTED') EXECUTE FUNCTION guard_integration_sessions_state();
CREATE OR REPLACE TRIGGER guard_integration_sessions_state BEFORE UPDATE OF state ON integration_sessions
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION guard_integration_sessions_state();

CREATE OR REPLACE FUNCTION guard_users_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'person begins as ACTIVE, not %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD.state::text, NEW.state::text) NOT IN (('ACTIVE', 'SUSPENDED'), ('ACTIVE', 'ERASED'), ('SUSPENDED', 'ACTIVE'), ('SUSPENDED', 'ERASED')) THEN
    RAISE EXCEPTION 'person cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_users_state_birth BEFORE INSERT ON users
  FOR EACH ROW WHEN (NEW.state <> 'ACTIVE') EXECUTE FUNCTION guard_users_state();
CREATE OR REPLACE TRIGGER guard_users_state BEFORE UPDATE OF state ON users
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION guard_users_state();
