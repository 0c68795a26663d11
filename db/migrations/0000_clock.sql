-- "Now" of every rule and default. A function of our own, so that tests can replace it and nothing else can move it.
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT now() $$;
