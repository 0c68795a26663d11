import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { given } from "./given.ts";
import { expectEquationsHold } from "./invariants.ts";
import { ownerDb } from "./owner.ts";

it("fails for a row that breaks an equation, and names both", async () => {
  const { id } = await given.saleOpen({ stock: 5 });
  await expectEquationsHold();
  await ownerDb.execute(sql`update stock set remaining = remaining - 1 where event_session_id = ${id}`);
  const name = "stock: total = remaining + active holds + sold, and nothing below zero";
  await expect(expectEquationsHold()).rejects.toMatchObject({ actual: [{ name, id }] });
});
