-- Only in the tests' template: time that a test can move.
CREATE TABLE test_clock (ahead interval NOT NULL);
GRANT SELECT, UPDATE ON test_clock TO PUBLIC;
INSERT INTO test_clock VALUES ('0');
CREATE OR REPLACE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT now() + (SELECT ahead FROM test_clock)
$$;
