import { and, eq, sql } from "drizzle-orm";
import { openingWishes } from "#db/schema/notifications.ts";
import type { AppContext, Tx, UserActor } from "../platform/operation/context.ts";
import type { Id } from "../platform/values/ids.ts";
import { OPENING_MINUTES } from "./values.ts";

interface Wish {
  readonly eventSessionId: Id<"event_session">;
  readonly userId: UserActor["userId"];
}

const isWish = ({ eventSessionId, userId }: Wish) =>
  and(eq(openingWishes.eventSessionId, eventSessionId), eq(openingWishes.userId, userId));

export const hasWish = async (ctx: AppContext, wish: Wish): Promise<boolean> =>
  (await ctx.db.$count(openingWishes, isWish(wish))) > 0;

export const countWishes = (tx: Tx, userId: Wish["userId"]): Promise<number> =>
  tx.db.$count(openingWishes, eq(openingWishes.userId, userId));

export async function insertWish(tx: Tx, wish: Wish): Promise<void> {
  await tx.db.insert(openingWishes).values(wish).onConflictDoNothing();
}

export async function deleteWish(tx: Tx, wish: Wish): Promise<void> {
  await tx.db.delete(openingWishes).where(isWish(wish));
}

/** So many are told by one transaction. */
const TOGETHER = 500;

/** A person who is due to be told that sales open, or that they never will. */
export interface OpeningNews {
  /** One for each opening, so that a person is told again of one that was moved. */
  readonly noticeId: string;
  readonly userId: Id<"user">;
  readonly email: string;
  readonly sessionId: Id<"event_session">;
  readonly eventId: Id<"event">;
  readonly title: string;
  readonly venue: string;
  readonly startsAt: Date;
  readonly salesOpenAt: Date;
  readonly isOpen: boolean;
  /** Why the event session was cancelled; null where it was not. */
  readonly cancelReason: string | null;
}

/**
 * Those who are due: sales open within minutes, an operator opened them before their time, or the event session was
 * cancelled before they opened. While an operator keeps them closed no one is told.
 * @returns no more than fit into one transaction
 */
export async function findOpeningNews(tx: Tx): Promise<OpeningNews[]> {
  const rows = await tx.db.execute<Record<keyof OpeningNews, unknown>>(sql`
    select * from (
      select 'opening ' || s.id || ' ' || u.id || ' ' || case when s.cancelled_at is null
          then extract(epoch from s.sales_open_at)::bigint::text else 'cancelled' end as "noticeId",
        u.id as "userId", u.email, s.id as "sessionId", e.id as "eventId", e.title, e.venue,
        s.starts_at as "startsAt", s.sales_open_at as "salesOpenAt",
        coalesce(s.sales_override = 'OPEN', false) or s.sales_open_at <= app_now() as "isOpen",
        s.cancel_reason as "cancelReason"
      from opening_wishes w join event_sessions s on s.id = w.event_session_id join events e on e.id = s.event_id
        join users u on u.id = w.user_id
      where u.state = 'ACTIVE' and e.status = 'PUBLISHED' and (s.cancelled_at < s.sales_open_at
        or s.cancelled_at is null and s.sales_close_at > app_now() and coalesce(s.sales_override <> 'CLOSED', true)
          and (s.sales_override = 'OPEN' or s.sales_open_at <= app_now() + make_interval(mins => ${OPENING_MINUTES})))
      ) due
    where not exists (select from notifications n where n.event_id = due."noticeId" and n.recipient = 'customer')
    order by due."userId" limit ${TOGETHER}`);
  return rows.map(
    ({ startsAt, salesOpenAt, ...row }) =>
      ({
        ...row,
        startsAt: new Date(String(startsAt)),
        salesOpenAt: new Date(String(salesOpenAt)),
      }) as OpeningNews,
  );
}

/** Deletes the wishes for sales that have been open, or cancelled, for a day: they can be told nothing more. */
export async function deleteOldWishes(ctx: AppContext): Promise<number> {
  const deleted = await ctx.db.execute(sql`
    delete from opening_wishes w using event_sessions s where s.id = w.event_session_id
      and coalesce(s.cancelled_at, s.sales_open_at) < app_now() - interval '1 day' returning w.user_id`);
  return deleted.length;
}
