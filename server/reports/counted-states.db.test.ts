import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { STEPS_PER_COUNT } from "#db/state-counts.ts";
import { given } from "../testing/given.ts";
import { countedAsFound } from "./counted-states.ts";

it("counts every step since the counts were kept, also where the job that keeps them has long not run", async () => {
  await patiently((tx) =>
    // Steps that lead nowhere, more than a page reads.
    tx.execute(sql`
      insert into state_history (entity, entity_id, from_state, to_state, actor_kind, trace_id, at)
      select 'order', 'order_of_no_one', 'pending', 'pending', 'system', 'trace', now()
      from generate_series(1, ${STEPS_PER_COUNT}::int)`),
  );
  const { id } = await given.saleOpen();
  await given.paidOrder(await given.person(), id);
  const states = await patiently((tx) => tx.execute<{ id: string; holds: boolean }>(countedAsFound));
  expect(states.map((state) => state.id)).toContain("order confirmed");
  expect(states.filter(({ holds }) => !holds)).toEqual([]);
});

/** Past the limit of a statement's time, as the audit has none. */
const patiently = <T>(
  work: (tx: Parameters<Parameters<typeof db.transaction>[0]>[0]) => Promise<T>,
): Promise<T> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`set local transaction_timeout = 0`);
    return work(tx);
  });
