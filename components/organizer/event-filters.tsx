"use client";
import { Search } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { EVENT_STATUSES, SEARCH_LENGTH_MAX } from "#server/catalog/values.ts";
import { Button } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { type Area, hrefsOf } from "./area.ts";
import { type EventFilter, queryOf, readFilter } from "./filter.ts";

/** The list's filter. It is kept in the address, so that a shared link shows the same list. */
export function EventFilters({ area, filter }: { area: Area; filter: EventFilter }) {
  const t = useTranslations("organizer");
  const router = useRouter();
  const hrefOf = (wanted: EventFilter) => `${hrefsOf(area).events}${queryOf(wanted)}`;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = new FormData(event.currentTarget).get("search");
    const { search } = readFilter(new URLSearchParams({ search: String(asked ?? "") }));
    router.push(hrefOf({ ...filter, search }), { scroll: false });
  };
  return (
    <div className="grid gap-4 md:grid-cols-[auto_1fr] md:items-end">
      <nav aria-label={t("filter")} className="flex flex-wrap gap-2">
        {[undefined, ...EVENT_STATUSES].map((status) => (
          <Link
            key={status ?? "any"}
            href={hrefOf({ ...filter, status })}
            scroll={false}
            aria-current={filter.status === status ? "true" : undefined}
            className="inline-flex min-h-touch items-center rounded-sm border border-line-strong bg-surface px-3.5 font-semibold text-[0.9375rem] no-underline hover:border-ink aria-[current=true]:border-primary aria-[current=true]:bg-primary-soft aria-[current=true]:text-primary"
          >
            {status ? t(`status.${status}`) : t("anyStatus")}
          </Link>
        ))}
      </nav>
      <form key={queryOf(filter)} onSubmit={submit} className="md:max-w-md md:justify-self-end">
        <Field label={t("search")} name="search" className="md:w-96">
          <div className="flex gap-2">
            <Input
              type="search"
              maxLength={SEARCH_LENGTH_MAX}
              autoComplete="off"
              placeholder={t("searchHint")}
              defaultValue={filter.search ?? ""}
            />
            <Button type="submit" look="secondary">
              <Search aria-hidden="true" /> {t("searchGo")}
            </Button>
          </div>
        </Field>
      </form>
    </div>
  );
}
