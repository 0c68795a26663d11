"use client";
import { keepPreviousData, type QueryKey, useQuery } from "@tanstack/react-query";
import { usePathname, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useProblem } from "../errors/use-problem.ts";
import { Alert } from "../ui/alert.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { type Filter, queryOf, readFilters, readSort } from "./address.ts";
import { DownloadButton } from "./download-button.tsx";
import { FilterForm } from "./filter-form.tsx";
import { type Column, Rows } from "./rows.tsx";

interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

/** The values of the filters, the sort and the cursor that the address has. */
type Asked = Readonly<Record<string, string | undefined>>;

/** What a list is to its table: declared once, for the screen, the phone and the address. */
export interface ListTableProps<Row, Input> {
  /** What the rows are, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  filters?: readonly Filter[];
  /** The server's own first sort, such as `-createdAt`. */
  initialSort: string;
  rowKey: (row: Row) => string;
  /** The path of the list's query: `trpc.reports.orders.pathKey()`. */
  queryKey: QueryKey;
  /** The list's query: `client.reports.orders.query`. The filters' names are those of its input. */
  read: (input: Input, options: { signal: AbortSignal }) => Promise<Page<Row>>;
  /** More of the input that is not in the address, such as the event whose list this is. */
  fixed?: Partial<Input>;
  /** The first page is read again this often. */
  everyMs?: number;
  /** The list's name in the address of its CSV file; without it there is no button. */
  download?: string;
  /** What to say where there is nothing at all. */
  empty: { readonly title: string; readonly body?: string };
  /** What can be done to all that match, shown beside the count. */
  actions?: (rows: readonly Row[], asked: Asked) => ReactNode;
}

/** What the address asks of a list, and what was read for it. */
function useListed<Row, Input extends object>(props: ListTableProps<Row, Input>) {
  const { columns, filters = [], initialSort, read, fixed = {}, everyMs } = props;
  const params = useSearchParams();
  const path = usePathname();
  const values = readFilters(filters, params);
  const sort = readSort(
    columns.flatMap(({ sort }) => sort ?? []),
    params,
    initialSort,
  );
  const cursor = params.get("cursor") ?? undefined;
  const asked = { ...fixed, ...values, sort };
  const input = { ...asked, cursor } as unknown as Input;
  const list = useQuery({
    queryKey: [...props.queryKey, { list: input }],
    queryFn: ({ signal }) => read(input, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: cursor === undefined && everyMs ? everyMs : false,
  });
  /** The address of this list with other values; any change leads back to the first page. */
  const hrefWith = (changes: Asked) =>
    `${path}${queryOf({ ...values, sort: sort === initialSort ? undefined : sort, ...changes })}`;
  return { path, values, sort, cursor, asked, list, hrefWith };
}

/** A list with filters, sort and pages, all kept in the address, so that a shared link shows the same list. */
export function ListTable<Row, Input extends object>(props: ListTableProps<Row, Input>) {
  const { filters = [] } = props;
  const { path, values, sort, cursor, asked, list, hrefWith } = useListed(props);
  const lang = useLocale();
  const rows = list.data?.items ?? [];
  // While other filters are being read the rows before them stay, but their count, their next page and what can be done
  // with them are not those of this address.
  const current = list.isPlaceholderData ? undefined : list.data;
  return (
    <div className="grid min-w-0 gap-4">
      {filters.length > 0 && (
        <FilterForm key={queryOf(values)} filters={filters} values={values} hrefWith={hrefWith} />
      )}
      <div className="flex min-h-touch flex-wrap items-center justify-between gap-2">
        <p role="status" className="numerals text-muted">
          {current && <Shown count={rows.length} />}
        </p>
        <div className="flex flex-wrap gap-2">
          {current && props.actions?.(rows, asked)}
          {props.download && (
            <DownloadButton
              href={`/api/exports/${props.download}${queryOf({ ...(asked as Asked), lang })}`}
            />
          )}
        </div>
      </div>
      {list.error && <Unreadable error={list.error} stale={list.data !== undefined} retry={list.refetch} />}
      {!list.data && !list.error && <RowsSkeleton />}
      {current && rows.length === 0 && (
        <Nothing
          empty={props.empty}
          filtered={Object.keys(values).length > 0}
          pastEnd={cursor !== undefined}
          firstHref={hrefWith({})}
          clearHref={path}
        />
      )}
      {rows.length > 0 && (
        <Rows {...props} rows={rows} sort={sort} hrefWith={hrefWith} inert={list.isPlaceholderData} />
      )}
      {current && (
        <Pages
          firstHref={cursor === undefined ? null : hrefWith({})}
          nextHref={current.nextCursor === null ? null : hrefWith({ cursor: current.nextCursor })}
        />
      )}
    </div>
  );
}

function Shown({ count }: { count: number }) {
  return useTranslations("table")("shown", { count });
}

/** Says that a list could not be read, which is not the same as an empty one. */
function Unreadable({ error, stale, retry }: { error: unknown; stale: boolean; retry: () => unknown }) {
  const t = useTranslations("table");
  const tUi = useTranslations("ui");
  const { text, retryText, referenceText } = useProblem()(error);
  return (
    <Alert
      tone={stale ? "warning" : "danger"}
      title={t(stale ? "stale" : "unreadable")}
      action={
        <Button look="secondary" onClick={() => void retry()}>
          {tUi("retry")}
        </Button>
      }
      announce
    >
      <p>{[text, retryText, referenceText].filter(Boolean).join(" · ")}</p>
    </Alert>
  );
}

interface NothingProps {
  empty: ListTableProps<unknown, object>["empty"];
  filtered: boolean;
  pastEnd: boolean;
  firstHref: string;
  clearHref: string;
}

function Nothing({ empty, filtered, pastEnd, firstHref, clearHref }: NothingProps) {
  const t = useTranslations("table");
  if (pastEnd)
    return (
      <EmptyState
        title={t("pastEnd.title")}
        action={
          <LinkButton href={firstHref} look="secondary">
            {t("pastEnd.action")}
          </LinkButton>
        }
      />
    );
  if (filtered)
    return (
      <EmptyState
        title={t("noMatch.title")}
        action={
          <LinkButton href={clearHref} look="secondary" scroll={false}>
            {t("clear")}
          </LinkButton>
        }
      >
        {t("noMatch.body")}
      </EmptyState>
    );
  return <EmptyState title={empty.title}>{empty.body}</EmptyState>;
}

function Pages({ firstHref, nextHref }: { firstHref: string | null; nextHref: string | null }) {
  const t = useTranslations("table");
  if (!firstHref && !nextHref) return null;
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap justify-center gap-2">
      {firstHref && (
        <LinkButton href={firstHref} look="secondary">
          {t("first")}
        </LinkButton>
      )}
      {nextHref && (
        <LinkButton href={nextHref} look="secondary">
          {t("next")}
        </LinkButton>
      )}
    </nav>
  );
}

function RowsSkeleton() {
  const t = useTranslations("shell");
  return (
    <div role="status">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-120 rounded-lg" />
    </div>
  );
}
