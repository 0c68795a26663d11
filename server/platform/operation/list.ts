import type { PgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { type CursorRow, cursorAfter, type KeysetPage, keysetPage, type Order } from "../database/keyset.ts";
import { type Allow, authorize } from "./allow.ts";
import { defineQuery } from "./command.ts";
import type { Actor, AppContext } from "./context.ts";
import { parseInput } from "./parse.ts";

/** Rows of one page unless the caller asks for fewer or more, and at most. */
const PAGE_ROWS = 50;
const PAGE_ROWS_MAX = 100;
/** Rows that a download reads at a time. */
const DOWNLOAD_ROWS = 1000;

type Filters<F extends z.ZodRawShape> = z.output<z.ZodObject<F>>;

interface PageInput {
  readonly sort?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

type ListInput<F extends z.ZodRawShape> = z.input<z.ZodObject<F>> & PageInput;
type Matching<F extends z.ZodRawShape> = Filters<F> & { readonly sort: string };
type Asked<F extends z.ZodRawShape> = Matching<F> & {
  readonly cursor?: string | undefined;
  readonly limit: number;
};

interface ListSpec<F extends z.ZodRawShape, I extends z.ZodObject, S extends string, A extends Actor> {
  readonly id: `${string}.${string}`;
  /** One sentence for the documentation. */
  readonly summary: string;
  readonly allow: Allow<A>;
  /** All optional. They arrive as text where the list is downloaded, so numbers are coerced. */
  readonly filters: F;
  /** A row as clients see it. Its fields are the columns of the download, so they are texts, numbers and booleans. */
  readonly item: I;
  /** The headings of the download's columns, in Korean and in English. */
  readonly titles: Readonly<Record<keyof z.output<I> & string, Headings>>;
  /** What the list can be sorted by: columns that are never null, with an index that ends in the key. */
  readonly sorts: Readonly<Record<S, PgColumn>>;
  readonly initialSort: NoInfer<S> | `-${NoInfer<S>}`;
  /** A unique column, which orders rows that are equal otherwise. */
  readonly key: PgColumn;
  /** Reads the rows of a page. Each has the item's fields and the page's keys. */
  readonly rows: (
    ctx: AppContext<A>,
    filters: Filters<F>,
    page: KeysetPage,
  ) => Promise<readonly (z.input<I> & CursorRow)[]>;
}

/** The languages that a download is written in. */
export const DOWNLOAD_LANGUAGES = ["ko", "en"] as const;
export type DownloadLanguage = (typeof DOWNLOAD_LANGUAGES)[number];
type Headings = readonly [ko: string, en: string];

/** A list's download. */
// biome-ignore lint/suspicious/noExplicitAny: any list's rows; `object` would name no column.
export interface Download<Row = any> {
  readonly id: string;
  readonly allow: Allow;
  /** The columns. */
  readonly fields: readonly (keyof Row & string)[];
  /** The first line: the names of the columns, or their headings in a language. */
  headings(language?: DownloadLanguage): readonly string[];
  /** Every row that matches, a thousand at a time; the next are read when they are asked for. */
  rows(ctx: AppContext, raw: unknown): AsyncGenerator<Row[]>;
}

/**
 * Defines a list that is read page by page: the query's input has the filters, `sort` (a name, with `-` before it for
 * the greatest first), `cursor` (the last page's `nextCursor`) and `limit`.
 * @returns the query, with `download` for all rows that match
 */
export function defineList<
  F extends z.ZodRawShape,
  I extends z.ZodObject,
  S extends string,
  A extends Actor = Actor,
>(spec: ListSpec<F, I, S, A>) {
  const { id, summary, allow, initialSort } = spec;
  type Row = z.output<I>;
  const names = Object.keys(spec.sorts).flatMap((name) => [name, `-${name}`]);
  const selection = { ...spec.filters, sort: z.enum(names).default(initialSort) };
  const input = z.strictObject({
    ...selection,
    cursor: z.string().max(2000).optional(),
    limit: z.coerce.number().int().min(1).max(PAGE_ROWS_MAX).default(PAGE_ROWS),
  }) as unknown as z.ZodType<Asked<F>, ListInput<F>>;
  const output = z.object({ items: z.array(spec.item), nextCursor: z.string().nullable() });
  const matching = z.strictObject(selection) as unknown as z.ZodType<Matching<F>>;

  const orderOf = (sort: string): Order => {
    const name = sort.replace(/^-/, "");
    return { name, column: spec.sorts[name as S], key: spec.key, descending: sort.startsWith("-") };
  };

  /** One page, and the cursor of the next one, or null. */
  async function readPage(ctx: AppContext<A>, { sort, cursor, limit, ...filters }: Asked<F>) {
    const order = orderOf(sort);
    const page = keysetPage(order, cursor, limit + 1);
    const rows = await spec.rows(ctx, filters as unknown as Filters<F>, page);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? cursorAfter(order, last) : null };
  }

  async function* rows(ctx: AppContext, raw: unknown): AsyncGenerator<Row[]> {
    authorize(allow, ctx);
    const given = parseInput(matching, raw);
    let cursor: string | undefined;
    do {
      const asked = { ...given, cursor, limit: DOWNLOAD_ROWS };
      const page = await readPage(ctx, asked as unknown as Asked<F>);
      yield page.items.map((row) => spec.item.parse(row) as Row);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  const fields = Object.keys(spec.item.shape) as (keyof Row & string)[];
  const titles: Readonly<Record<string, Headings>> = spec.titles;
  const operation = defineQuery({ ...{ id, summary, allow, input, output }, run: readPage });
  const headings: Download["headings"] = (language) =>
    language ? fields.map((field) => titles[field]?.[DOWNLOAD_LANGUAGES.indexOf(language)] ?? field) : fields;
  const download: Download<Row> = { id, allow, fields, headings, rows };
  return Object.assign(operation, { download });
}
