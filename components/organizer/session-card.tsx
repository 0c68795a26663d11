"use client";
import { useTranslations } from "next-intl";
import type { Cancellation } from "#server/cancellations/contract.ts";
import type { ManagedEvent, ManagedEventSession } from "#server/catalog/contract.ts";
import { LevelBadge, SessionBadge } from "../buyer/catalog/sale-badge.tsx";
import { useFormat } from "../i18n/format.ts";
import { LinkButton } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { DescriptionList } from "../ui/description-list.tsx";
import { type Area, hrefsOf } from "./area.ts";
import { CancellationProgress } from "./cancellation-progress.tsx";
import { SaleControls } from "./sale-controls.tsx";

interface SessionCardProps {
  area: Area;
  event: ManagedEvent;
  eventSession: ManagedEventSession;
  cancellation?: Cancellation | undefined;
}

/** One event session with its settings, and the steps that its sale may take. */
export function SessionCard({ area, event, eventSession, cancellation }: SessionCardProps) {
  const t = useTranslations("organizer.session");
  const tCatalog = useTranslations("catalog");
  const format = useFormat();
  const { startsAt, movedFromAt, control } = eventSession;
  const isCancelled = eventSession.cancellation !== null;
  return (
    <li>
      <Card className="grid gap-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="numerals font-extrabold text-xl">
            <time dateTime={startsAt}>{format.date(startsAt)}</time>
          </h3>
          <SessionBadge eventSession={eventSession} />
          {!isCancelled && eventSession.level !== "SOLDOUT" && <LevelBadge level={eventSession.level} />}
        </div>
        {movedFromAt && (
          <p className="numerals text-muted text-sm">
            {tCatalog("changed.startsAt", { from: format.date(movedFromAt), to: format.date(startsAt) })}
          </p>
        )}
        {cancellation && <CancellationProgress cancellation={cancellation} />}
        {control === "OPEN" && !isCancelled && <p className="text-muted text-sm">{t("byHand")}</p>}
        <SessionFacts eventSession={eventSession} />
        <SessionActions area={area} event={event} eventSession={eventSession} />
      </Card>
    </li>
  );
}

function SessionActions({ area, event, eventSession }: Omit<SessionCardProps, "cancellation">) {
  const t = useTranslations("organizer.session");
  const format = useFormat();
  const hrefs = hrefsOf(area);
  const { id, startsAt, cancellation, delivery } = eventSession;
  return (
    <div className="flex flex-wrap gap-2">
      {cancellation === null && (
        <>
          <LinkButton
            href={hrefs.editSession(event.id, id)}
            look="secondary"
            aria-label={`${format.date(startsAt)} ${t("edit")}`}
          >
            {t("edit")}
          </LinkButton>
          <LinkButton
            href={hrefs.doors(event.id, id)}
            look="secondary"
            aria-label={`${format.date(startsAt)} ${t("doors")}`}
          >
            {t("doors")}
          </LinkButton>
          <SaleControls area={area} event={event} eventSession={eventSession} />
        </>
      )}
      {area === "seller" && (
        <LinkButton
          href={`/seller/sales/${id}`}
          look="secondary"
          aria-label={`${format.date(startsAt)} ${t("sales")}`}
        >
          {t("sales")}
        </LinkButton>
      )}
      {delivery.paper && (
        <LinkButton
          href={`/${area}/shipping?session=${id}`}
          look="secondary"
          aria-label={`${format.date(startsAt)} ${t("shipping")}`}
        >
          {t("shipping")}
        </LinkButton>
      )}
      <LinkButton href={hrefs.newSession(event.id, id)} look="secondary">
        {t("copy")}
      </LinkButton>
    </div>
  );
}

function SessionFacts({ eventSession }: Pick<SessionCardProps, "eventSession">) {
  const t = useTranslations("organizer.session");
  const tCatalog = useTranslations("catalog");
  const format = useFormat();
  const { line } = eventSession;
  const price = format.krw(eventSession.price);
  return (
    <DescriptionList
      layout="grid"
      items={[
        {
          term: t("remaining"),
          detail: tCatalog("remainingOf", {
            remaining: eventSession.remainingStock,
            total: eventSession.totalStock,
          }),
        },
        { term: tCatalog("price"), detail: eventSession.seated ? tCatalog("priceFrom", { price }) : price },
        { term: t("maxPerUser"), detail: tCatalog("perPerson", { count: eventSession.maxPerUser }) },
        {
          term: t("window"),
          detail: `${format.date(eventSession.salesOpenAt)} – ${format.date(eventSession.salesCloseAt)}`,
        },
        { term: t("cancelDeadlineAt"), detail: format.date(eventSession.cancelDeadlineAt) },
        {
          term: t("queue"),
          detail: t("queueOf", {
            limit: line.admitLimit,
            rate: line.admitRatePerSecond,
            max: line.maxLength,
          }),
        },
      ]}
    />
  );
}
