import { sql } from "drizzle-orm";
import { RUNNING_STATES } from "../integration/machine.ts";
import type { AppContext } from "../platform/operation/context.ts";
import type { Id } from "../platform/values/ids.ts";
import { shippingMachine } from "../shipping/machine.ts";
import type { Obstacle } from "./contract.ts";

/** So long after its start an event counts as over. */
const EVENT_HOURS = 24;

/** What keeps a person from erasing the account, in the order in which it is told. */
export async function findObstacles(ctx: AppContext, userId: Id<"user">): Promise<Obstacle[]> {
  const notOver = sql`s.starts_at > app_now() - make_interval(hours => ${EVENT_HOURS}) and s.cancelled_at is null`;
  const running = JSON.stringify(RUNNING_STATES);
  const underWay = JSON.stringify(shippingMachine.states.filter((state) => !shippingMachine.isEnd(state)));
  const [found = {}] = await ctx.db.execute<Record<Obstacle, boolean>>(sql`
    select
      exists (select from holds where user_id = ${userId} and state = 'ACTIVE' and not offered and expires_at > app_now())
        as erasure_hold,
      exists (select from orders o left join payments p on p.order_id = o.id
              where o.user_id = ${userId} and (o.state in ('pending', 'processing') or p.unknown_since is not null))
        as erasure_order,
      exists (select from tickets t join event_sessions s on s.id = t.event_session_id
              where t.user_id = ${userId} and t.status = 'VALID' and ${notOver})
        as erasure_ticket,
      exists (select from orders o join payments p on p.order_id = o.id join refunds r on r.payment_id = p.id
              where o.user_id = ${userId} and r.state in ('asked', 'refused'))
        as erasure_refund,
      exists (select from orders o join shippings s on s.order_id = o.id
              where o.user_id = ${userId} and s.state::text in (select json_array_elements_text(${underWay}::json)))
        as erasure_shipping,
      exists (select from events e join event_sessions s on s.event_id = e.id
              where e.owner_id = ${userId} and e.status <> 'ARCHIVED' and ${notOver})
        as erasure_events,
      exists (select from integration_sessions where user_id = ${userId}
              and state::text in (select json_array_elements_text(${running}::json)))
        as erasure_connection`);
  return Object.entries(found).flatMap(([obstacle, stands]) => (stands ? [obstacle as Obstacle] : []));
}
