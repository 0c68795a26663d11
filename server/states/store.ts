import { sql } from "drizzle-orm";
import { changesOf, STEPS_PER_COUNT } from "#db/state-counts.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import type { AppContext } from "../platform/operation/context.ts";

/** The one mark that there is. */
const MARK = "counts";

/**
 * Adds the next steps to the counts. Of two who count at once, one waits and goes on from where the other ended.
 * @param until - the number up to which the history is complete
 * @returns whether there are more
 */
export const countSteps = (ctx: AppContext, until: number): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`insert into state_count_marks values (${MARK}, 0) on conflict do nothing`);
    const [mark] = await tx.db.execute<{ seq: string }>(
      sql`select seq from state_count_marks where name = ${MARK} for update`,
    );
    const from = Number(mark?.seq);
    const to = Math.min(until, from + STEPS_PER_COUNT);
    if (to <= from) return false;
    await tx.db.execute(sql`
      insert into state_counts (machine, state, count)
      ${changesOf(sql`seq > ${from} and seq <= ${to}`)}
      on conflict (machine, state) do update set count = state_counts.count + excluded.count`);
    await tx.db.execute(sql`update state_count_marks set seq = ${to} where name = ${MARK}`);
    return to < until;
  });
