import Link from "next/link";
import { useTranslations } from "next-intl";
import type { EventCard as EventCardData } from "#server/catalog/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { EventPoster } from "./event-poster.tsx";
import { SaleBadge } from "./sale-badge.tsx";

/** One event of the list, drawn as a ticket: the poster on the left, date and price on the stub. */
export function EventCard({ event, isFirst }: { event: EventCardData; isFirst?: boolean }) {
  const t = useTranslations("catalog");
  const format = useFormat();
  return (
    <article className="group relative grid grid-cols-[6.5rem_1fr] overflow-hidden rounded-lg border border-line bg-surface shadow-sheet transition-[border-color,translate] duration-200 ease-settle focus-within:border-ink hover:-translate-y-0.5 hover:border-ink sm:grid-cols-[9rem_1fr]">
      <div className="relative min-h-40">
        <EventPoster
          event={event}
          isFirst={isFirst}
          sizes="(min-width: 40rem) 9rem, 6.5rem"
          className="absolute inset-0 size-full"
        />
      </div>
      <div className="grid grid-rows-[1fr_auto]">
        <div className="grid content-start gap-1.5 p-4 sm:p-5">
          {event.saleStatus && (
            <p>
              <SaleBadge status={event.saleStatus} />
            </p>
          )}
          <h2 className="font-bold text-lg sm:text-xl">
            <Link
              href={`/events/${event.id}`}
              className="no-underline outline-none after:absolute after:inset-0"
            >
              <OriginalText text={event.title} />
            </Link>
          </h2>
          <p className="text-[0.9375rem] text-muted">
            <OriginalText text={event.venue} />
          </p>
        </div>
        <div className="tear-x mx-0 flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-3 sm:px-5">
          <span className="numerals font-semibold text-[0.9375rem]">
            {event.nextStartsAt ? format.date(event.nextStartsAt) : t("noDate")}
          </span>
          {event.priceFrom !== null && (
            <span className="numerals font-bold">
              {t("priceFrom", { price: format.krw(event.priceFrom) })}
            </span>
          )}
        </div>
      </div>
    </article>
  );
}
