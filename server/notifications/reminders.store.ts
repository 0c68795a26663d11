import { sql } from "drizzle-orm";
import type { Tx } from "../platform/operation/context.ts";
import type { Id } from "../platform/values/ids.ts";

/** So long before its start people are reminded of an event session. */
const REMINDED_HOURS = 24;

/** What comes later than this before the start reminds no one: its reader is on the way. */
const LATEST_HOURS = 2;

/** So many are reminded by one transaction. */
const TOGETHER = 500;

/** A person who has tickets of an event session that is near, and was not told of its start. */
export interface Reminded {
  /** One reminder of a start, so that an event session that was moved is reminded of again. */
  readonly eventId: string;
  readonly userId: Id<"user">;
  readonly email: string;
  readonly sessionId: Id<"event_session">;
  readonly title: string;
  readonly venue: string;
  readonly startsAt: Date;
  readonly quantity: number;
}

/**
 * Those who are due. Who got the tickets later than a day before the start is reminded by having got them.
 * @returns no more than fit into one transaction
 */
export async function findReminded(tx: Tx): Promise<Reminded[]> {
  const rows = await tx.db.execute<Record<keyof Reminded, string>>(sql`
    select * from (
      select 'reminder ' || s.id || ' ' || extract(epoch from s.starts_at)::bigint || ' ' || u.id as "eventId",
        u.id as "userId", u.email, s.id as "sessionId", e.title, e.venue,
        to_char(s.starts_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startsAt", count(*)::int as quantity
      from event_sessions s join events e on e.id = s.event_id
        join tickets t on t.event_session_id = s.id join users u on u.id = t.user_id
      where s.starts_at > app_now() + make_interval(hours => ${LATEST_HOURS})
        and s.starts_at <= app_now() + make_interval(hours => ${REMINDED_HOURS}) and s.cancelled_at is null
        and t.status = 'VALID' and t.issued_at <= s.starts_at - make_interval(hours => ${REMINDED_HOURS})
        and u.state = 'ACTIVE'
      group by s.id, s.starts_at, e.title, e.venue, u.id, u.email) due
    where not exists (select from notifications n where n.event_id = due."eventId" and n.recipient = 'customer')
    order by due."userId" limit ${TOGETHER}`);
  return rows.map(
    ({ startsAt, quantity, ...row }) =>
      ({ ...row, startsAt: new Date(startsAt), quantity: Number(quantity) }) as Reminded,
  );
}
