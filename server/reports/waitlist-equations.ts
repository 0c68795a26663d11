import { sql } from "drizzle-orm";

/** Of waiting lists: no tickets are offered twice, no offer outlasts its deadline, and the release policy is kept. */
export const waitlistEquations = {
  "waiting list: each offer is a hold of its own, of the same person and as many tickets, and lasts as long": sql`
    select coalesce(w.id, h.id) as id,
           coalesce(h.offered = (w.state <> 'ACCEPTED') and h.user_id = w.user_id
             and h.event_session_id = w.event_session_id and h.quantity = w.quantity
             and (w.state = 'OFFERED' or not h.offered or h.state <> 'ACTIVE')
             and (w.state <> 'OFFERED' or h.expires_at = w.offer_ends_at), false) as holds
    from waitlist_entries w full join holds h on h.id = w.hold_id
    where w.hold_id is not null or h.offered`,
  "waiting list: where people wait nothing is on sale, and nothing is kept where all comes back at once": sql`
    select s.id, (w.event_session_id is null or s.release_policy = 'WAITLIST' and k.withheld_at is not null)
           and (k.withheld_at is null or s.release_policy <> 'AT_ONCE') as holds
    from event_sessions s join stock k on k.event_session_id = s.id
    left join (select distinct event_session_id from waitlist_entries where state = 'WAITING') w
      on w.event_session_id = s.id
    where w.event_session_id is not null or k.withheld_at is not null`,
};
