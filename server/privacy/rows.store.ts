import { and, getTableColumns, or, type SQL, sql } from "drizzle-orm";
import { type PgTable, unionAll } from "drizzle-orm/pg-core";
import { columnsOf, nameOf, type TableUse, type Within } from "#db/privacy/declare.ts";
import { tableUses } from "#db/privacy/tables.ts";
import type { AppContext } from "../platform/operation/context.ts";
import type { Id } from "../platform/values/ids.ts";
import { ROWS_MAX } from "./policy.ts";

interface Person {
  readonly id: Id<"user">;
  readonly email: string;
}

/**
 * The person's rows of one table, without the columns that are withheld; one more than a copy has at most. Each way in
 * which a row may be theirs is asked for by itself, so that an index serves it: of conditions with `or` between them
 * Postgres would look at every row of the table.
 */
export async function findRowsOf(ctx: AppContext, of: TableUse, person: Person) {
  const known = getTableColumns(of.table);
  const copied = columnsOf(of).filter(({ withheld }) => withheld === undefined);
  const selection = Object.fromEntries(
    copied.flatMap(({ key, name }) => (known[key] ? [[name, known[key]]] : [])),
  );
  const found = waysTo(of, person).map((isTheirs, index, ways) =>
    ctx.db
      .select(selection)
      .from(of.table as PgTable)
      .where(and(isTheirs, ...ways.slice(0, index).map((before) => sql`(${before}) is not true`))),
  );
  const [first, second, ...others] = found;
  if (!first) return [];
  return second ? unionAll(first, second, ...others).limit(ROWS_MAX + 1) : first.limit(ROWS_MAX + 1);
}

/** Each way in which a row may be the person's, by what the declaration says of its table. */
const waysTo = (of: TableUse, person: Person): SQL[] =>
  of.owners.map((owner) => {
    if (typeof owner === "function") return owner(person.id, person.email);
    return "key" in owner ? isWithin(owner, person) : sql`${owner} = ${person.id}`;
  });

function isWithin({ column, key }: Within, person: Person): SQL {
  const of = tableUses.find(({ table }) => table === key.table);
  if (!of) throw new Error(`no declaration of ${nameOf(key.table)}`);
  return sql`${column} in (select ${key} from ${key.table} where ${or(...waysTo(of, person))})`;
}
