// biome-ignore-all lint/a11y/noRedundantRoles: where cells are shown as blocks, a browser takes the roles of the elements away.
"use client";
import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "../ui/class-names.ts";
import { Field, Select } from "../ui/field.tsx";

/** A column of a table. */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The name by which the server sorts by it; a column without one cannot be sorted by. */
  readonly sort?: string;
  /** Numbers stand at the end of their cells. */
  readonly align?: "end";
  /** The column that names the row: the heading of its card on a phone, and of its row for screen readers. */
  readonly names?: boolean;
}

interface RowsProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort: string;
  hrefWith: (changes: Readonly<Record<string, string>>) => string;
  /** Rows of the previous page or filter stay, inert, until the new ones arrive. */
  inert: boolean;
}

/** The rows of a list: a table, and on a phone one card a row. The roles stay what they are where cells are blocks. */
export function Rows<Row>({ label, columns, rows, rowKey, sort, hrefWith, inert }: RowsProps<Row>) {
  return (
    <>
      <SortChoice columns={columns} sort={sort} hrefWith={hrefWith} />
      <div inert={inert} aria-busy={inert} className="min-w-0 inert:opacity-50">
        <table
          role="table"
          aria-label={label}
          className="w-full border-separate border-spacing-0 rounded-lg border border-line bg-surface max-lg:block"
        >
          <thead role="rowgroup" className="max-lg:sr-only">
            <tr role="row">
              {columns.map((column) => (
                <Heading key={column.key} column={column} sort={sort} hrefWith={hrefWith} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" className="max-lg:block">
            {rows.map((row) => (
              <tr
                role="row"
                key={rowKey(row)}
                className="group hover:bg-sunken/50 max-lg:grid max-lg:gap-2 max-lg:border-line max-lg:border-b max-lg:p-4 max-lg:last:border-b-0"
              >
                {columns.map((column) => (
                  <Cell key={column.key} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { header, cell, align, names } = column;
  const styles = classNames(
    "min-w-0 text-left align-top font-normal lg:border-line lg:border-b lg:px-4 lg:py-3 lg:group-last:border-b-0",
    "max-lg:flex max-lg:flex-wrap max-lg:items-baseline max-lg:justify-between max-lg:gap-x-4",
    align === "end" && "numerals lg:text-right",
    names && "font-semibold max-lg:block",
  );
  const content = (
    <>
      {!names && (
        <span aria-hidden="true" className="field-name shrink-0 lg:hidden">
          {header}
        </span>
      )}
      <div className="min-w-0 break-words">{cell(row)}</div>
    </>
  );
  return names ? (
    <th role="rowheader" scope="row" className={styles}>
      {content}
    </th>
  ) : (
    <td role="cell" className={styles}>
      {content}
    </td>
  );
}

type SortProps = Pick<RowsProps<unknown>, "sort" | "hrefWith">;

const directionOf = (name: string | undefined, sort: string) =>
  name !== undefined && sort.replace(/^-/, "") === name
    ? sort.startsWith("-")
      ? "descending"
      : "ascending"
    : undefined;

function Heading<Row>({ column, sort, hrefWith }: SortProps & { column: Column<Row> }) {
  const t = useTranslations("table");
  const { header, sort: name, align } = column;
  const direction = directionOf(name, sort);
  const styles = classNames(
    "field-name whitespace-nowrap border-line border-b px-4 py-2 text-left",
    align === "end" && "text-right",
  );
  if (name === undefined)
    return (
      <th role="columnheader" scope="col" className={styles}>
        {header}
      </th>
    );
  const Icon = direction === "descending" ? ArrowDown : direction === "ascending" ? ArrowUp : ArrowUpDown;
  const turned = direction === "descending" ? "ascending" : "descending";
  return (
    <th role="columnheader" scope="col" aria-sort={direction ?? "none"} className={styles}>
      <Link
        href={hrefWith({ sort: turned === "descending" ? `-${name}` : name })}
        scroll={false}
        aria-label={t(turned === "descending" ? "sortDescending" : "sortAscending", { column: header })}
        className="-mx-2 inline-flex min-h-touch items-center gap-1.5 px-2 no-underline hover:text-ink"
      >
        {header} <Icon aria-hidden="true" className="size-4" />
      </Link>
    </th>
  );
}

/** The sort where the column headings are not shown. */
function SortChoice<Row>({ columns, sort, hrefWith }: SortProps & { columns: readonly Column<Row>[] }) {
  const t = useTranslations("table");
  const router = useRouter();
  const sortable = columns.filter(({ sort: name }) => name !== undefined);
  if (sortable.length === 0) return null;
  return (
    <Field label={t("sort")} className="lg:hidden">
      <Select
        value={sort}
        onChange={(event) =>
          router.push(hrefWith({ sort: (event.currentTarget as unknown as HTMLSelectElement).value }), {
            scroll: false,
          })
        }
      >
        {sortable.flatMap(({ sort: name = "", header: column }) => [
          <option key={`-${name}`} value={`-${name}`}>
            {t("descending", { column })}
          </option>,
          <option key={name} value={name}>
            {t("ascending", { column })}
          </option>,
        ])}
      </Select>
    </Field>
  );
}
