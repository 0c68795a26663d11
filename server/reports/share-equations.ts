import { type SQL, sql } from "drizzle-orm";

/** What must hold of what a person has of an event session: bought, held, or received of another person. */
export const shareEquations = {
  "maximum: no buyer holds and has bought more tickets of an event session than its maximum": sql`
    select h.event_session_id || ' ' || h.user_id as id, h.quantity <= s.max_per_user as holds
    from (
      select event_session_id, user_id, sum(quantity) as quantity from (
        select event_session_id, user_id, quantity - returned as quantity from holds where state = 'ACTIVE' or sold
        union all select event_session_id, user_id, tickets from received_tickets) had
      group by event_session_id, user_id) h
    join event_sessions s on s.id = h.event_session_id`,
  "transfers: as many tickets are counted as received as their receivers have, and each was accepted": sql`
    select coalesce(r.event_session_id || ' ' || r.user_id, t.event_session_id || ' ' || t.user_id) as id,
           coalesce(r.tickets, 0) = coalesce(t.live, 0) and coalesce(t.accepted, true) as holds
    from received_tickets r
    full join (
      select t.event_session_id, t.user_id, count(*) filter (where t.status <> 'VOID') as live,
             bool_and(t.version > 1 and a.ticket_id is not null) as accepted
      from tickets t join orders o on o.id = t.order_id
      left join (select distinct ticket_id, to_id from transfers where accepted_at is not null) a
        on a.ticket_id = t.id and a.to_id = t.user_id
      where t.user_id <> o.user_id
      group by t.event_session_id, t.user_id) t on t.event_session_id = r.event_session_id and t.user_id = r.user_id`,
} as const satisfies Record<string, SQL>;
