import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { platformErrors } from "../operation/errors.ts";
import { instantIn } from "../values/text.ts";

/** An order of rows: by `column`, and by `key` where that is equal. An index should have both, in this order. */
export interface Order {
  readonly name: string;
  /** Never null: a row without a value would be on no page. */
  readonly column: PgColumn;
  /** Unique. */
  readonly key: PgColumn;
  readonly descending: boolean;
}

/** What a query adds to its own conditions to read one page. */
export interface KeysetPage {
  /** Columns to select, from which {@link cursorAfter} makes the next page's cursor. */
  readonly keys: { readonly cursorValue: PgColumn; readonly cursorKey: PgColumn };
  /** The rows behind the cursor; undefined on the first page. */
  readonly after: SQL | undefined;
  readonly orderBy: SQL[];
  readonly limit: number;
}

/** The part of a row that its page's cursor is made of. */
export interface CursorRow {
  readonly cursorValue: unknown;
  readonly cursorKey: unknown;
}

/**
 * The page that begins behind a cursor. Rows are found by the values of the row before them and not by their number, so
 * that the thousandth page costs as much as the first.
 * @throws `invalid_argument` (400) for a cursor that is not one of this order
 */
export function keysetPage(order: Order, cursor: string | undefined, limit: number): KeysetPage {
  const { column, key, descending } = order;
  const direction = sql.raw(descending ? "desc" : "asc");
  return {
    keys: { cursorValue: column, cursorKey: key },
    after: cursor === undefined ? undefined : behind(order, readCursor(order, cursor)),
    orderBy:
      column === key ? [sql`${key} ${direction}`] : [sql`${column} ${direction}`, sql`${key} ${direction}`],
    limit,
  };
}

function behind({ column, key, descending }: Order, [value, keyValue]: readonly [unknown, unknown]): SQL {
  const than = sql.raw(descending ? "<" : ">");
  if (column === key) return sql`${key} ${than} ${sql.param(keyValue, key)}`;
  return sql`(${column}, ${key}) ${than} (${sql.param(value, column)}, ${sql.param(keyValue, key)})`;
}

/** The cursor of the page behind a row: the row's values in this order. */
export const cursorAfter = ({ name, descending }: Order, { cursorValue, cursorKey }: CursorRow): string =>
  encodeCursor([name, descending, cursorValue, cursorKey]);

/** The text of a cursor: its values as base64url of JSON. */
export const encodeCursor = (values: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(values)).toString("base64url");

function readCursor({ name, descending, column, key }: Order, cursor: string): readonly [unknown, unknown] {
  const parsed = z
    .tuple([z.literal(name), z.literal(descending), jsonOf(column), jsonOf(key)])
    .safeParse(decodeCursor(cursor));
  if (!parsed.success) throw platformErrors.invalid_argument({ path: "cursor", problem: "not of this list" });
  const [, , value, keyValue] = parsed.data;
  return [value, keyValue];
}

/** @returns what a cursor's text says, to be checked by its list; undefined where it is no text of a cursor */
export function decodeCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return undefined;
  }
}

/** What a column's value is in JSON: Postgres would fail on any other. */
function jsonOf({ dataType }: PgColumn): z.ZodType {
  if (dataType === "date") return instantIn;
  if (dataType === "number") return z.int();
  return z
    .string()
    .max(500)
    .refine((text) => !text.includes("\0") && text.isWellFormed());
}
