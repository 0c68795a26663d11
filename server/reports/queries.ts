import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { onlyRow } from "../platform/database/rows.ts";
import { type EquationName, equations } from "./equations.ts";

/** One equation on the live database. */
export interface EquationResult {
  readonly name: EquationName;
  /** Rows looked at. */
  readonly checked: number;
  /** Rows for which it does not hold; none is the only right answer. */
  readonly broken: number;
  /** The first ids of those, at most {@link NAMED_MAX}. */
  readonly named: readonly string[];
}

/** Rows named where an equation does not hold; more would only repeat the news. */
export const NAMED_MAX = 10;

/**
 * The check may take minutes, which a request may not. It takes no lock that a writer waits for. Its memory lets
 * Postgres hash a table of a million rows without files. Compilation is off, because each query runs once and
 * compiling costs more.
 */
const SETTINGS = {
  statement_timeout: "10min",
  // The transaction that shares its snapshot has nothing to do while the other one finishes.
  idle_in_transaction_session_timeout: "10min",
  // It was begun with the transaction, and only none at all is taken over in the middle of one.
  transaction_timeout: "0",
  work_mem: "128MB",
  jit: "off",
  max_parallel_workers_per_gather: "0",
};

/**
 * Equations checked side by side, each in a single process: parallel workers of one query each group the same table
 * again, and would leave a sale no processor.
 */
const CONNECTIONS = 2;

/**
 * Checks every equation on one snapshot, so that a running sale cannot make two numbers disagree, and
 * without a lock that a writer waits for. `db` has to have two connections free.
 * @param told - called with each result as soon as it is known
 * @returns the results in the order of the declarations
 */
export async function checkEquations(
  db: Database,
  told: (result: EquationResult) => void = () => {},
): Promise<EquationResult[]> {
  const results = new Map<EquationName, EquationResult>();
  const names = Object.keys(equations) as EquationName[];
  const waiting = names.values();
  await sharingSnapshot(db, CONNECTIONS, async (tx) => {
    await tx.execute(sql`
      select set_config(name, wanted.value, true) from json_each_text(${JSON.stringify(SETTINGS)}) as wanted (name, value)
        join pg_settings as known using (name)`);
    for (const name of waiting) {
      const result = { name, ...(await checkEquation(tx, equations[name])) };
      results.set(name, result);
      told(result);
    }
  });
  return names.flatMap((name) => results.get(name) ?? []);
}

/** Runs `work` in several transactions side by side, which see the database at one moment. */
export async function sharingSnapshot(
  db: Database,
  count: number,
  work: (tx: Database) => Promise<void>,
): Promise<void> {
  const reading = { isolationLevel: "repeatable read", accessMode: "read only" } as const;
  await db.transaction(async (first) => {
    const { snapshot } = onlyRow(
      await first.execute<{ snapshot: string }>(sql`select pg_export_snapshot() as snapshot`),
    );
    const others = Array.from({ length: count - 1 }, () =>
      db.transaction(async (tx) => {
        await tx.execute(sql.raw(`set transaction snapshot '${snapshot}'`));
        await work(tx);
      }, reading),
    );
    await Promise.all([work(first), ...others]);
  }, reading);
}

/** Counts in the database, and only names what breaks: a shop's million rows stay where they are. */
export async function checkEquation(db: Database, equation: SQL): Promise<Omit<EquationResult, "name">> {
  const rows = await db.execute<{ checked: string; broken: string; named: string[] | null }>(sql`
    select count(*) as checked, count(*) filter (where holds is not true) as broken,
           to_json((array_agg(id) filter (where holds is not true))[:${sql.raw(String(NAMED_MAX))}]) as named
    from (${equation}) as looked_at`);
  const { checked, broken, named } = onlyRow(rows);
  return { checked: Number(checked), broken: Number(broken), named: named ?? [] };
}
