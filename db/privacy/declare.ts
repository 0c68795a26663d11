import { getTableColumns, type SQL } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
import { type AnyPgColumn, getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { RETENTION_DAYS } from "./retention.ts";

/** A text in the languages of the pages. */
export interface Words {
  readonly en: string;
  readonly ko: string;
}

/** What something of a person is and why it is kept, as the privacy policy says it. */
export interface Disclosure {
  readonly what: Words;
  readonly why: Words;
}

const { accountLinks, deliveryAddresses, guestNames, healthChanges, integrationTexts } = RETENTION_DAYS;
const { mailBudgets, notifications, transmissionContents } = RETENTION_DAYS;

/** How long something is kept, in the words of docs/privacy.md and of the privacy policy. */
export const PERIODS = {
  account: { en: "until the person erases the account", ko: "탈퇴할 때까지" },
  pseudonym: {
    en: "for good: after an erasure it only tells rows apart and names no one",
    ko: "계속 보관해요. 탈퇴한 뒤에는 누구의 것인지 알 수 없어요",
  },
  purchase: {
    en: "for good: contracts and payments have to be provable for five years; after an erasure under a pseudonym",
    ko: "계속 보관해요. 법에 따라 계약과 결제 기록을 5년 동안 증명할 수 있어야 하고, 탈퇴한 뒤에는 누구의 것인지 알 수 없게 남겨요",
  },
  trail: {
    en: "for good: rows can be neither changed nor deleted, and name people by id alone",
    ko: "계속 보관해요. 바꾸거나 지울 수 없는 기록이고, 사람을 계정 번호로만 가리켜요",
  },
  catalog: {
    en: "for good: what was on sale belongs to what was bought",
    ko: "계속 보관해요. 판매한 내용은 구매 기록의 일부예요",
  },
  poster: { en: "until no event has shown it for a day", ko: "공연에 쓰지 않은 지 하루가 지날 때까지" },
  operation: {
    en: "for good: it is about the shop and not about people",
    ko: "계속 보관해요. 사람이 아니라 서비스에 관한 기록이에요",
  },
  samples: {
    en: "thinned after an hour and after two days, deleted after 400 days",
    ko: "1시간과 2일 뒤에 줄이고 400일 뒤에 지워요",
  },
  day: { en: "a day", ko: "하루" },
  budget: {
    en: `${mailBudgets} day, or until the person erases the account`,
    ko: `${mailBudgets}일 또는 탈퇴할 때까지`,
  },
  links: {
    en: `${accountLinks} days after its end, or until the person erases the account`,
    ko: `쓸 수 없게 된 뒤 ${accountLinks}일 또는 탈퇴할 때까지`,
  },
  wish: {
    en: "a day after sales opened, or until the person takes it back or erases the account",
    ko: "판매가 시작되고 하루 뒤, 취소하거나 탈퇴할 때까지",
  },
  notifications: {
    en: `${notifications} days, or until the person erases the account`,
    ko: `${notifications}일 또는 탈퇴할 때까지`,
  },
  texts: {
    en: `${integrationTexts} days, or until the person erases the account`,
    ko: `${integrationTexts}일 또는 탈퇴할 때까지`,
  },
  address: {
    en: `until ${deliveryAddresses} days after the parcel's or the unpaid order's end, or until the person erases the account`,
    ko: `배송이 끝나거나 결제하지 않은 주문이 끝나고 ${deliveryAddresses}일 뒤 또는 탈퇴할 때까지`,
  },
  guests: {
    en: `until ${guestNames} days after the date they are for`,
    ko: `초대받은 회차가 시작되고 ${guestNames}일 뒤까지`,
  },
  contents: {
    en: `until ${transmissionContents} days after it was sent; of a mail also until its reader erases the account`,
    ko: `보낸 뒤 ${transmissionContents}일까지. 메일은 받은 분이 탈퇴하면 바로 지워요`,
  },
  session: { en: "until the connection ends", ko: "연결이 끝날 때까지" },
  login: {
    en: "until its login session ends, its browser is gone, or the person erases the account",
    ko: "로그아웃하거나, 브라우저의 알림이 꺼지거나, 탈퇴할 때까지",
  },
  health: { en: `${healthChanges} days`, ko: `${healthChanges}일` },
  runs: { en: "a day after the run ended", ko: "작업이 끝나고 하루 뒤까지" },
} as const satisfies Record<string, Words>;
export type Period = keyof typeof PERIODS;

interface ColumnUse {
  readonly purpose: string;
  /** Of what says something of a person by itself, such as an address or a text that a person wrote. */
  readonly personal?: Disclosure;
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
  /** What the privacy policy calls its rows, where they are records of what people did. */
  readonly records?: Words;
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
export const personal = (
  what: Words,
  why: Words,
  more: Pick<ColumnUse, "kept" | "withheld"> = {},
): ColumnUse => ({ purpose: why.en, personal: { what, why }, ...more });

/** A column that no one gets a copy of. */
export const withheld = (purpose: string, why: string): ColumnUse => ({ purpose, withheld: why });

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
