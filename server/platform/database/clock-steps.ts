import { and, getTableName, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "../operation/context.ts";

/** A smaller correction of the clock does not count as setting it back, because leases and periods are longer. */
const SLACK_SECONDS = 30;

interface Limit {
  readonly column: PgColumn;
  readonly seconds: number | SQL;
  readonly where: SQL | undefined;
}

const limits: Limit[] = [];

/**
 * Declares how far ahead of the database's clock a column of the caller's own table may be. A deadline may be ahead by its
 * period, and a moment in the past by nothing. A value that is further ahead was written before the clock was set back.
 * @param seconds - the longest time from the write to the moment
 * @param where - the rows in which the moment still matters; an index should find them
 */
export function neverAhead(column: PgColumn, seconds: number | SQL, where?: SQL): void {
  limits.push({ column, seconds, where });
}

/** SQL that is true if a past moment is ahead of the clock, because the clock was set back after the write. */
export const isAhead = (moment: PgColumn | SQL) =>
  sql<boolean>`(${moment} > app_now() + make_interval(secs => ${SLACK_SECONDS}))`;

/**
 * SQL that is true if a deadline is over. A deadline too far ahead also counts as over, because the clock was set back.
 * @param seconds - the deadline's period
 */
export const isOver = (deadline: PgColumn | SQL, seconds: number) =>
  sql<boolean>`(${deadline} not between app_now() and app_now() + make_interval(secs => ${seconds + SLACK_SECONDS}))`;

/**
 * Moves each declared moment that is too far ahead to its period from now, so that a row written before the clock was set
 * back waits no longer than its period.
 * @returns the number of rows that were moved, by `table.column`
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
