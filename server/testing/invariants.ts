import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { db } from "#db/client.ts";
import { equations } from "#server/reports/equations.ts";

/** As one statement: Postgres plans 45 of them one by one in fifteen times what it takes to plan and run them together. */
const broken = sql.join(
  Object.entries(equations).map(
    ([name, equation]) =>
      sql`select ${name} as name, id::text from (${equation}) as looked_at where holds is not true`,
  ),
  sql` union all `,
);

/** Every equation of `npm run audit` holds on the test's database; runs after every test that sells something. */
export async function expectEquationsHold(): Promise<void> {
  expect([...(await db.execute(broken))]).toEqual([]);
}
