import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ShopEvent } from "#server/shop/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { Badge } from "../../ui/badge.tsx";
import { EventPoster } from "../catalog/event-poster.tsx";
import { SaleBadge } from "../catalog/sale-badge.tsx";

interface EventTileProps {
  event: ShopEvent;
  /** The server's time. */
  now: number;
  isFirst: boolean;
}

/** One event of the first page: its poster, what it sells, and when. The whole of it leads to its page. */
export function EventTile({ event, now, isFirst }: EventTileProps) {
  const t = useTranslations("home.card");
  const format = useFormat();
  const { id, title, venue, section, startsAt, salesOpenAt, saleStatus, isCancelled, priceFrom } = event;
  return (
    <article className="group relative grid content-start gap-3">
      <EventPoster
        event={event}
        isFirst={isFirst}
        sizes="(min-width: 64rem) 17rem, (min-width: 40rem) 33vw, 50vw"
        className="rounded-md border border-line transition-[border-color,translate] duration-200 ease-settle group-focus-within:border-ink group-hover:-translate-y-0.5 group-hover:border-ink"
      />
      <div className="grid gap-1">
        {isCancelled ? (
          <p>
            <Badge tone="danger">{t("cancelled")}</Badge>
          </p>
        ) : (
          saleStatus && (
            <p>
              <SaleBadge status={saleStatus} />
            </p>
          )
        )}
        <h3 className="font-bold text-[1.0625rem]">
          <Link href={`/events/${id}`} className="no-underline outline-none after:absolute after:inset-0">
            <OriginalText text={title} />
          </Link>
        </h3>
        {section === "OPENING" && salesOpenAt && (
          <p className="numerals font-semibold text-primary text-sm">
            {t("opens", { at: format.when(salesOpenAt, now) })}
          </p>
        )}
        <p className="numerals text-sm">{startsAt ? format.when(startsAt, now) : t("undated")}</p>
        <p className="text-muted text-sm">
          <OriginalText text={venue} />
        </p>
        {priceFrom !== null && (
          <p className="numerals font-semibold text-sm">{t("price", { price: format.krw(priceFrom) })}</p>
        )}
      </div>
    </article>
  );
}
