import { getTableColumns, type SQL } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
import { type AnyPgColumn, getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { RETENTION_DAYS } from "./retention.ts";

/** How long something is kept, in the words of docs/privacy.md. */
export const PERIODS = {
  account: "until the person erases the account",
  pseudonym: "for good: after an erasure it only tells rows apart and names no one",
  purchase:
    "for good: contracts and payments have to be provable for five years; after an erasure under a pseudonym",
  trail: "for good: rows can be neither changed nor deleted, and name people by id alone",
  catalog: "for good: what was on sale belongs to what was bought",
  poster: "until no event has shown it for a day",
  operation: "for good: it is about the shop and not about people",
  samples: "thinned after an hour and after two days, deleted after 400 days",
  day: "a day",
  budget: `${RETENTION_DAYS.mailBudgets} day, or until the person erases the account`,
  links: `${RETENTION_DAYS.accountLinks} days after its end, or until the person erases the account`,
  notifications: `${RETENTION_DAYS.notifications} days, or until the person erases the account`,
  texts: `${RETENTION_DAYS.integrationTexts} days, or until the person erases the account`,
  address: `until ${RETENTION_DAYS.deliveryAddresses} days after the parcel's or the unpaid order's end, or until the person erases the account`,
  contents: `until ${RETENTION_DAYS.transmissionContents} days after it was sent; of a mail also until its reader erases the account`,
  session: "until the connection ends",
  health: `${RETENTION_DAYS.healthChanges} days`,
  runs: "a day after the run ended",
} as const;
type Period = keyof typeof PERIODS;

interface ColumnUse {
  readonly purpose: string;
  /** Whether it says something of a person by itself, such as an address or a text that a person wrote. */
  readonly personal?: true;
  /** Why the person's own copy of the data leaves it out. */
  readonly withheld?: string;
  /** How long it is kept, where that differs from its row. */
  readonly kept?: Period;
}

/** What makes a row a person's: a column with the person's id, or a condition of its own. */
type Owner = AnyPgColumn | ((userId: string, email: string) => SQL) | Within;

/** A column whose value is the key of a row that is a person's. */
export interface Within {
  readonly column: AnyPgColumn;
  readonly key: AnyPgColumn;
}

/** A row belongs to whom the row of `key` belongs to, of another table. */
export const within = (column: AnyPgColumn, key: AnyPgColumn): Within => ({ column, key });

export interface TableUse<T extends PgTable = PgTable> {
  readonly table: T;
  readonly purpose: string;
  readonly kept: Period;
  /** Any of these makes a row a person's; none where no row is about one person. */
  readonly owners: readonly Owner[];
  readonly columns: Readonly<Record<keyof T["$inferSelect"] & string, string | ColumnUse>>;
}

/** Says what a table is for. A column that is missing does not compile. */
export const use = <T extends PgTable>(table: T, rest: Omit<TableUse<T>, "table">): TableUse => ({
  table,
  ...rest,
});

/** A column that says something of a person by itself. */
export const personal = (purpose: string, more: Omit<ColumnUse, "purpose" | "personal"> = {}): ColumnUse => ({
  purpose,
  personal: true,
  ...more,
});

/** A column that no one gets a copy of. */
export const withheld = (
  purpose: string,
  why: string,
  more: Pick<ColumnUse, "personal" | "kept"> = {},
): ColumnUse => ({
  purpose,
  withheld: why,
  ...more,
});

/** The name of a table in the database. */
export const nameOf = (table: PgTable): string => getTableConfig(table).name;

const casing = new CasingCache("snake_case");

/** Each column of a table: its key in the schema, its name in the database, and what it is for. */
export function columnsOf({ table, columns, kept }: TableUse) {
  return Object.entries(getTableColumns(table)).map(([key, column]) => {
    const given = columns[key] ?? "";
    const used: ColumnUse = typeof given === "string" ? { purpose: given } : given;
    return { key, name: casing.getColumnCasing(column), kept, ...used };
  });
}
