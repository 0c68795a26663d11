import type { AnyMachine } from "#server/platform/database/machine.ts";

/**
 * The trigger that refuses a state change its machine does not allow, even from a hand-written UPDATE, and a row that
 * is created in another state than the first.
 * @returns SQL that may run again over itself
 */
export function guardSql(machine: AnyMachine, table: string): string {
  const edges = machine.edges.map(([from, to]) => `('${from}', '${to}')`).join(", ");
  const name = `guard_${table}_state`;
  return `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RAISE EXCEPTION '${machine.name} begins as ${machine.initial}, not %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD.state::text, NEW.state::text) NOT IN (${edges}) THEN
    RAISE EXCEPTION '${machine.name} cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER ${name}_birth BEFORE INSERT ON ${table}
  FOR EACH ROW WHEN (NEW.state <> '${machine.initial}') EXECUTE FUNCTION ${name}();
CREATE OR REPLACE TRIGGER ${name} BEFORE UPDATE OF state ON ${table}
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION ${name}();
`;
}
