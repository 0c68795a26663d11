import { drizzle } from "drizzle-orm/postgres-js";
import { expect } from "vitest";
import { openPool } from "#db/driver.ts";
import { env } from "#server/platform/config/env.ts";

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Plans?: readonly Plan[];
}

/**
 * A database whose statements are written down, so that their plans can be read afterwards.
 * @param grows - the tables that no plan should read whole
 */
export function openPlans(grows: RegExp) {
  const pool = openPool(env.DATABASE_URL, { connectionsMax: 20 });
  const asked: { readonly text: string; readonly params: unknown[] }[] = [];
  const logger = { logQuery: (text: string, params: unknown[]) => void asked.push({ text, params }) };
  const readWhole = ({ "Node Type": type, "Relation Name": table = "", Plans = [] }: Plan): string[] => [
    ...(type === "Seq Scan" && grows.test(table) ? [table] : []),
    ...Plans.flatMap(readWhole),
  ];
  return {
    db: drizzle(pool, { casing: "snake_case", logger }),
    close: () => pool.end(),
    /** The tables that the statements of `work` read whole. */
    async wholeTablesOf(work: () => Promise<unknown>): Promise<string[]> {
      asked.length = 0;
      await work();
      const statements = asked.splice(0);
      expect(statements.length).toBeGreaterThan(0);
      const plans = await Promise.all(
        statements.map(({ text, params }) => pool.unsafe(`explain (format json) ${text}`, params as never)),
      );
      return plans.flatMap((rows) => readWhole(rows[0]?.["QUERY PLAN"][0].Plan));
    },
  };
}
