import { getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "../operation/context.ts";

/**
 * Inserts any number of rows with one parameter: the statement's text does not depend on how many there are, so
 * Postgres plans it once and a batch of a hundred rows costs one parse.
 * @param rows - all with the same fields; a column that the rows do not name takes its default
 * @param onConflict - the statement's `on conflict …`, where a row may be there already
 */
export async function insertRows<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T["$inferInsert"][],
  onConflict: SQL = sql``,
): Promise<void> {
  if (rows.length > 0) await tx.db.execute(insertion(table, rows, onConflict));
}

/**
 * The same, but leaves out rows whose like is there already.
 * @param unique - the columns or expressions of the unique index that says what is alike
 * @returns the ids of those that were inserted
 */
export async function insertNewRows<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T["$inferInsert"][],
  unique: SQL,
): Promise<Set<unknown>> {
  if (rows.length === 0) return new Set();
  const onConflict = sql`on conflict (${unique}) do nothing returning id`;
  const inserted = await tx.db.execute(insertion(table, rows, onConflict));
  return new Set(inserted.map(({ id }) => id));
}

function insertion<T extends PgTable>(table: T, rows: readonly T["$inferInsert"][], onConflict: SQL): SQL {
  const [first] = rows;
  const names = Object.keys(first ?? {}).map((field) => [field, snakeCase(field)] as const);
  const columns = sql.join(
    names.map(([, name]) => sql.identifier(name)),
    sql`, `,
  );
  const records = rows.map((row) =>
    Object.fromEntries(names.map(([field, name]) => [name, (row as Record<string, unknown>)[field]])),
  );
  const name = sql.identifier(getTableName(table));
  return sql`
    insert into ${name} (${columns})
    select ${columns} from json_populate_recordset(null::${name}, ${JSON.stringify(records)}::json)
    ${onConflict}`;
}

const snakeCase = (field: string) => field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
