import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { onlyRow } from "../platform/rows.ts";
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
 * The check may take minutes where a request may not; it waits for nobody and nobody waits for it. Its memory lets two
 * parallel workers hash a table of millions without files.
 */
const SETTINGS = { statement_timeout: "10min", work_mem: "128MB", max_parallel_workers_per_gather: "2" };

/**
 * Checks every equation on one snapshot, so that a sale that goes on meanwhile cannot make two numbers disagree, and
 * without a lock that a writer waits for.
 * @param told - hears of each result as soon as it is known
 */
export function checkEquations(
  db: Database,
  told: (result: EquationResult) => void = () => {},
): Promise<EquationResult[]> {
  return db.transaction(
    async (tx) => {
      for (const [name, value] of Object.entries(SETTINGS))
        await tx.execute(sql`select set_config(${name}, ${value}, true)`);
      const results: EquationResult[] = [];
      for (const name of Object.keys(equations) as EquationName[]) {
        const result = { name, ...(await checkEquation(tx, equations[name])) };
        told(result);
        results.push(result);
      }
      return results;
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
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
