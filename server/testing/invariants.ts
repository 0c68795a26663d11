import { expect } from "vitest";
import { db } from "#db/client.ts";
import { checkEquations } from "#server/reports/queries.ts";

/** Every equation of `npm run audit` holds on the test's database; runs after every test that sells something. */
export async function expectEquationsHold(): Promise<void> {
  const results = await checkEquations(db);
  expect(results.filter(({ broken }) => broken > 0)).toEqual([]);
}
