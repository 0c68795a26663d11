import { and, getTableColumns, or, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { columnsOf, nameOf, type TableUse, type Within } from "#db/privacy/declare.ts";
import { tableUses } from "#db/privacy/tables.ts";
import type { AppContext } from "../platform/operation/context.ts";
import type { Id } from "../platform/values/ids.ts";
import { ROWS_MAX } from "./policy.ts";

interface Person {
  readonly id: Id<"user">;
  readonly email: string;
}

/** The person's rows of one table, without the columns that are withheld; one more than a copy has at most. */
export async function findRowsOf(ctx: AppContext, of: TableUse, person: Person) {
  const known = getTableColumns(of.table);
  const copied = columnsOf(of).filter(({ withheld }) => withheld === undefined);
  const selection = Object.fromEntries(
    copied.flatMap(({ key, name }) => (known[key] ? [[name, known[key]]] : [])),
  );
  return ctx.db
    .select(selection)
    .from(of.table as PgTable)
    .where(belongsTo(of, person))
    .limit(ROWS_MAX + 1);
}

/** Whether a row is the person's, by what the declaration says of its table. */
function belongsTo(of: TableUse, person: Person): SQL | undefined {
  const conditions = of.owners.map((owner) => {
    if (typeof owner === "function") return owner(person.id, person.email);
    return "key" in owner ? isWithin(owner, person) : sql`${owner} = ${person.id}`;
  });
  return conditions.length > 0 ? and(or(...conditions)) : sql`false`;
}

function isWithin({ column, key }: Within, person: Person): SQL {
  const of = tableUses.find(({ table }) => table === key.table);
  if (!of) throw new Error(`no declaration of ${nameOf(key.table)}`);
  return sql`${column} in (select ${key} from ${key.table} where ${belongsTo(of, person)})`;
}
