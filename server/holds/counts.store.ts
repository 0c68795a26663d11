import { sql } from "drizzle-orm";
import type { AppContext } from "../platform/operation/context.ts";

/**
 * Makes one row of the counts of each event session that has several. Readers add up the rows, so it changes nothing that
 * they read.
 */
export async function mergeCounts(ctx: AppContext): Promise<void> {
  await ctx.db.execute(sql`
    with merged as (
      delete from hold_counts where event_session_id in (
        select event_session_id from hold_counts group by event_session_id having count(*) > 1)
      returning event_session_id, held, paying, sold)
    insert into hold_counts (event_session_id, held, paying, sold)
    select event_session_id, sum(held), sum(paying), sum(sold) from merged group by event_session_id`);
}
