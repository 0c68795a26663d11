"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OrderId } from "#server/orders/contract.ts";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { Countdown } from "../../clock/countdown.tsx";
import { useNow } from "../../clock/use-now.ts";
import { useSecondsLeft } from "../../clock/use-seconds-left.ts";
import { useFormat } from "../../i18n/format.ts";
import { LinkButton } from "../../ui/button.tsx";
import type { Outlook } from "../checkout/outlook.tsx";
import { OrderTickets } from "../tickets/order-tickets.tsx";
import { AfterPurchase } from "./after-purchase.tsx";
import type { PaymentOutcome } from "./outcome.ts";
import { RefundReason } from "./refund-reason.tsx";
import { ResultSheet } from "./result-sheet.tsx";

interface PaymentResultProps {
  outcome: PaymentOutcome;
  orderId: OrderId;
}

/** The result of a payment, always with three answers: the money, the tickets, what is next. What was bought is there too. */
export function PaymentResult({ outcome, orderId }: PaymentResultProps) {
  const t = useTranslations("payment");
  const view = useResultView(outcome, orderId);
  const hasTickets = outcome.kind === "confirmed" || outcome.kind === "partRefund";
  return (
    <ResultSheet
      tone={view.tone}
      busy={outcome.kind === "checking"}
      title={titleOf(outcome, t)}
      lead={view.lead}
      tickets={hasTickets && <OrderTickets orderId={orderId} />}
      outlook={view.outlook}
      action={view.action}
      footer={`${t("orderNumber")} ${shortCodeOf(orderId)}`}
    />
  );
}

function titleOf(outcome: PaymentOutcome, t: Words): string {
  if (outcome.kind === "refund") return t(`refund.${outcome.standing}.title`);
  if (outcome.kind === "partRefund") return t(`partRefund.titles.${outcome.standing}`);
  return t(`${outcome.kind}.title`);
}

interface ResultView {
  tone: "success" | "info" | "danger" | "warning" | "neutral";
  lead: ReactNode;
  outlook: Outlook;
  action: ReactNode;
}

function useResultView(outcome: PaymentOutcome, orderId: OrderId): ResultView {
  const t = useTranslations("payment");
  const format = useFormat();
  switch (outcome.kind) {
    case "confirmed":
      return {
        tone: "success",
        lead: t("confirmed.lead", { count: outcome.quantity }),
        outlook: {
          charged: t("confirmed.charged", { amount: format.krw(outcome.amountKrw) }),
          seat: t("confirmed.seat"),
          next: t(`confirmed.next.${outcome.delivery}`),
        },
        action: <AfterPurchase orderId={orderId} eventSessionId={outcome.eventSessionId} />,
      };
    case "sessionCancelled":
      return cancelled(t, format.krw(outcome.amountKrw));
    case "checking":
      return {
        tone: "info",
        lead: <CheckingLead since={outcome.since} />,
        outlook: {
          charged: t("checking.charged"),
          seat: t(outcome.held ? "checking.seat" : "checking.seatGone"),
          next: t(outcome.payHref ? "checking.nextOrPay" : "checking.next"),
        },
        action: (
          <LinkButton href={outcome.payHref ?? "/me/orders"} look="secondary">
            {t(outcome.payHref ? "checking.pay" : "checking.action")}
          </LinkButton>
        ),
      };
    case "refund":
      return refunded(outcome, t, format.krw(outcome.amountKrw));
    case "partRefund":
      return partlyRefunded(outcome, t, format.krw(outcome.amountKrw));
    case "failed":
    case "expired":
    case "returned":
      return over(outcome, t);
    case "declined":
    case "cancelled":
      return payable(outcome, t);
  }
}

const REFUND_TONES = { asked: "info", done: "success", closed: "success", refused: "danger" } as const;

/** The amount that goes back, and in how far it has. */
const moneyOf = (
  { standing, amountKrw }: { standing: Standing; amountKrw: number },
  t: Words,
  amount: string,
) => (amountKrw === 0 ? t("refund.nothing") : t(`refund.${standing}.charged`, { amount }));

type Standing = Extract<PaymentOutcome, { kind: "refund" }>["standing"];

function refunded(
  outcome: Extract<PaymentOutcome, { kind: "refund" }>,
  t: Words,
  amount: string,
): ResultView {
  const { standing, reason, orderHref } = outcome;
  return {
    tone: REFUND_TONES[standing],
    lead: (
      <>
        {t(`refund.${standing}.lead`)}
        <Why reason={reason} />
      </>
    ),
    outlook: {
      charged: moneyOf(outcome, t, amount),
      seat: t("refund.seat"),
      next: t(
        standing === "done" && reason === "event_cancelled"
          ? "refund.done.nextElsewhere"
          : `refund.${standing}.next`,
      ),
    },
    action: <LinkButton href={orderHref}>{t("refund.action")}</LinkButton>,
  };
}

/** Single tickets were given back: the others are what the buyer comes with. */
function partlyRefunded(
  outcome: Extract<PaymentOutcome, { kind: "partRefund" }>,
  t: Words,
  amount: string,
): ResultView {
  const { standing, reason, orderHref, returned, valid } = outcome;
  const isOver = standing === "done" || standing === "closed";
  return {
    tone: REFUND_TONES[standing],
    lead: (
      <>
        {t("partRefund.lead", { numbers: returned.join(", "), count: returned.length, left: valid.length })}
        <Why reason={reason} />
      </>
    ),
    outlook: {
      charged: moneyOf(outcome, t, amount),
      seat: t("partRefund.seat", { numbers: valid.join(", "), count: valid.length }),
      next: t(isOver ? "partRefund.next" : `refund.${standing}.next`),
    },
    action: (
      <div className="flex flex-wrap gap-2">
        <LinkButton href={orderHref} look="secondary">
          {t("refund.action")}
        </LinkButton>
        <LinkButton href="/me/tickets">{t("confirmed.action")}</LinkButton>
      </div>
    ),
  };
}

function Why({ reason }: { reason: string }) {
  if (reason === "cancelled_by_buyer") return null;
  return (
    <span className="mt-1 block">
      <RefundReason reason={reason} />
    </span>
  );
}

type Words = ReturnType<typeof useTranslations<"payment">>;

function cancelled(t: Words, amount: string): ResultView {
  return {
    tone: "warning",
    lead: t("sessionCancelled.lead"),
    outlook: {
      charged: t("sessionCancelled.charged", { amount }),
      seat: t("refund.seat"),
      next: t("sessionCancelled.next"),
    },
    action: <LinkButton href="/me/orders">{t("sessionCancelled.action")}</LinkButton>,
  };
}

/** Nothing was paid, and the tickets are gone. */
function over({ kind, retryHref }: Extract<PaymentOutcome, { heldUntil: null }>, t: Words): ResultView {
  return {
    tone: kind === "failed" ? "danger" : "neutral",
    lead: t(`${kind}.lead`),
    outlook: { charged: t(`${kind}.charged`), seat: t("failed.seatGone"), next: t("failed.nextRejoin") },
    action: <LinkButton href={retryHref}>{t("failed.rejoin")}</LinkButton>,
  };
}

/** Nothing was paid yet: the same order can be paid another way, while its hold lasts. */
function payable(
  { kind, heldUntil, retryHref }: Extract<PaymentOutcome, { heldUntil: string }>,
  t: Words,
): ResultView {
  return {
    tone: kind === "declined" ? "danger" : "neutral",
    lead: t(`${kind}.lead`),
    outlook: {
      charged: t(`${kind}.charged`),
      seat: <HeldFor until={heldUntil} />,
      next: t(`${kind}.next`),
    },
    action: <LinkButton href={retryHref}>{t(`${kind}.action`)}</LinkButton>,
  };
}

const NOTHING = () => {};

/** The time the tickets are still held; the page itself asks for the outcome afterwards. */
function HeldFor({ until }: { until: string }) {
  const t = useTranslations("payment");
  const left = useSecondsLeft(until, NOTHING);
  return t.rich("held", {
    left: () => <Countdown left={left} className="text-base" />,
  });
}

function CheckingLead({ since }: { since: string }) {
  const t = useTranslations("payment.checking");
  const format = useFormat();
  const now = useNow();
  return (
    <>
      {t("lead")}
      {now !== null && (
        <span className="numerals mt-1 block text-sm">
          {t("waited", { elapsed: format.duration((now - Date.parse(since)) / 1000) })}
        </span>
      )}
    </>
  );
}
