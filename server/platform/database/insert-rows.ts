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
  const [first] = rows;
  if (!first) return;
  const names = Object.keys(first).map((field) => [field, snakeCase(field)] as const);
  const columns = sql.join(
    names.map(([, name]) => sql.identifier(name)),
    sql`, `,
  );
  const records = rows.map((row) =>
    Object.fromEntries(names.map(([field, name]) => [name, (row as Record<string, unknown>)[field]])),
  );
  const name = sql.identifier(getTableName(table));
  await tx.db.execute(sql`
    insert into ${name} (${columns})
    select ${columns} from json_populate_recordset(null::${name}, ${JSON.stringify(records)}::json)
    ${onConflict}`);
}

const snakeCase = (field: string) => field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
