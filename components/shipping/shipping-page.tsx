"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { orderMachine } from "#server/orders/machine.ts";
import { paymentMachine, refundMachine } from "#server/payments/machine.ts";
import type { ShippingId } from "#server/shipping/contract.ts";
import { shippingMachine } from "#server/shipping/machine.ts";
import { TrackingLink } from "../buyer/orders/tracking-link.tsx";
import { RefundReason } from "../buyer/payments/refund-reason.tsx";
import { useNow } from "../clock/use-now.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useFormat } from "../i18n/format.ts";
import { OriginalText } from "../i18n/original-text.tsx";
import type { Area } from "../organizer/area.ts";
import { useSeatName } from "../seats/use-seat-name.ts";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { StateBadge } from "../states/state-badge.tsx";
import { useTRPC } from "../trpc/client.ts";
import { LinkButton } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { DescriptionList } from "../ui/description-list.tsx";
import { AddressCard } from "./address-card.tsx";
import { CorrectTracking } from "./correct-tracking.tsx";
import { History } from "./history.tsx";
import { NextSteps } from "./next-steps.tsx";
import { deskOf, type ShippingReport } from "./shipping-row.ts";

const EVERY_MS = 10_000;

/** One parcel: what can be done with it now, what is in it, and what happened to it. */
export function ShippingPage({ area, id }: { area: Area; id: ShippingId }) {
  const t = useTranslations("shippingDesk.detail");
  const trpc = useTRPC();
  const now = useNow(5000);
  const desk = deskOf(area);
  const { data: parcel, error } = useQuery(
    trpc.reports.shipping.queryOptions({ id }, { staleTime: 0, refetchInterval: EVERY_MS }),
  );
  return (
    <>
      <LinkButton href={desk.list} look="quiet" className="-mb-4 -ml-4 justify-self-start text-muted">
        <ArrowLeft aria-hidden="true" /> {t("back")}
      </LinkButton>
      {error && <ProblemAlert error={error} />}
      {!parcel && !error && <PageSkeleton shape="facts" />}
      {parcel && (
        <>
          <header className="grid gap-2">
            <p className="flex flex-wrap gap-2">
              <StateBadge machine={shippingMachine} state={parcel.status} />
              <StateBadge machine={orderMachine} state={parcel.orderStatus} />
              <StateBadge machine={paymentMachine} state={parcel.payment} />
            </p>
            <h1 className="font-extrabold text-3xl">
              <OriginalText text={parcel.eventTitle} />
            </h1>
            <p className="break-all font-mono text-muted text-sm">
              {parcel.orderNumber} · {parcel.id}
            </p>
          </header>
          <NextSteps area={area} parcel={parcel} />
          <div className="grid items-start gap-6 xl:grid-cols-2">
            <Facts area={area} parcel={parcel} />
            <div className="grid gap-6">
              <AddressCard id={id} />
              <Contents parcel={parcel} />
            </div>
          </div>
          <History timeline={parcel.timeline} now={now} />
        </>
      )}
    </>
  );
}

function Facts({ area, parcel }: { area: Area; parcel: ShippingReport }) {
  const t = useTranslations("shippingDesk.detail");
  const format = useFormat();
  const { carrier, trackingNumber, refunds } = parcel;
  return (
    <Card aria-label={t("facts")} className="grid gap-4">
      <h2 className="font-bold text-xl">{t("facts")}</h2>
      <DescriptionList
        items={[
          {
            term: t("tracking"),
            detail:
              carrier && trackingNumber ? (
                <TrackingLink carrier={carrier} number={trackingNumber} />
              ) : (
                t("noTracking")
              ),
          },
          { term: t("event"), detail: format.date(parcel.startsAt) },
          { term: t("venue"), detail: <OriginalText text={parcel.venue} /> },
          { term: t("buyer"), detail: <span className="break-all">{parcel.buyer}</span> },
          { term: t("paidAt"), detail: format.date(parcel.createdAt) },
          { term: t("amount"), detail: format.krw(parcel.amount) },
          {
            term: t("refunds"),
            detail: refunds.length === 0 ? t("noRefunds") : <Refunds refunds={refunds} />,
          },
        ]}
      />
      <div className="flex flex-wrap gap-2">
        <CorrectTracking parcel={parcel} />
        <LinkButton href={deskOf(area).print({ ids: parcel.id })} look="secondary">
          {t("print")}
        </LinkButton>
        {area === "admin" && (
          <LinkButton href={`/admin/orders/${parcel.orderId}`} look="secondary">
            {t("toOrder")}
          </LinkButton>
        )}
      </div>
    </Card>
  );
}

function Refunds({ refunds }: Pick<ShippingReport, "refunds">) {
  const format = useFormat();
  return (
    <ul className="grid justify-items-end gap-2">
      {refunds.map(({ id, state, amount, reason }) => (
        <li key={id} className="grid justify-items-end">
          <StateBadge machine={refundMachine} state={state} />
          <span>
            {format.krw(amount)} · <RefundReason reason={reason} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Contents({ parcel }: { parcel: ShippingReport }) {
  const t = useTranslations("shippingDesk.detail");
  const tDesk = useTranslations("shippingDesk");
  const tStatus = useTranslations("sellerSales.statuses");
  const seatName = useSeatName();
  const live = parcel.tickets.filter(({ status }) => status !== "VOID").length;
  return (
    <Card aria-label={t("contents")} className="grid gap-3">
      <h2 className="font-bold text-xl">
        {t("contents")} · {tDesk("count", { count: live })}
      </h2>
      <ul className="grid gap-2">
        {parcel.tickets.map(({ number, status, seat }) => (
          <li key={number} className="flex flex-wrap justify-between gap-x-4">
            <span>
              {t("ticketOf", { number })}
              {seat !== null && ` · ${seatName(seat)}`}
            </span>
            <span className="font-semibold">{tStatus(status)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
