import { and, getTableName, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "../operation/context.ts";

/** A clock that is corrected by less than this was not set back: leases and periods are coarser than that. */
const SLACK_SECONDS = 30;

interface Limit {
  readonly column: PgColumn;
  readonly seconds: number | SQL;
  readonly where: SQL | undefined;
}

const limits: Limit[] = [];

/**
 * Declares how far ahead of the database's clock a stored moment of one's own table may ever be: a deadline by its own
 * period, a moment that has passed not at all. One that is farther ahead was written before the clock was set back.
 * @param seconds - the longest time between writing it and it
 * @param where - the rows in which it still counts; an index should find them
 */
export function neverAhead(column: PgColumn, seconds: number | SQL, where?: SQL): void {
  limits.push({ column, seconds, where });
}

/** In SQL: whether a moment that has passed is ahead of the clock, so that the clock was set back since. */
export const isAhead = (moment: PgColumn | SQL) =>
  sql<boolean>`(${moment} > app_now() + make_interval(secs => ${SLACK_SECONDS}))`;

/** In SQL: whether a deadline that was set for so many seconds is over, by a clock that may have been set back since. */
export const isOver = (deadline: PgColumn | SQL, seconds: number) =>
  sql<boolean>`(${deadline} not between app_now() and app_now() + make_interval(secs => ${seconds + SLACK_SECONDS}))`;

/**
 * Moves every declared moment that is farther ahead than its period allows back to the end of that period from now. A row
 * that was written before the clock was set back then waits for no longer than its own period.
 * @returns how many there were, by `table.column`
 */
export async function bringBack(tx: Tx): Promise<Record<string, number>> {
  const broughtBack: Record<string, number> = {};
  for (const { column, seconds, where } of limits) {
    const most = sql`app_now() + make_interval(secs => (${seconds})::float)`;
    const rows = await tx.db
      .update(column.table)
      .set({ [column.name]: most })
      .where(and(sql`${column} > ${most} + make_interval(secs => ${SLACK_SECONDS})`, where))
      .returning({ one: sql`1` });
    if (rows.length > 0) broughtBack[`${getTableName(column.table)}.${column.name}`] = rows.length;
  }
  return broughtBack;
}
