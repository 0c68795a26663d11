"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RefundState } from "#server/payments/machine.ts";
import { shortCodeOf } from "#server/platform/values/ids.ts";
import { Countdown } from "../../clock/countdown.tsx";
import { useNow } from "../../clock/use-now.ts";
import { useSecondsLeft } from "../../clock/use-seconds-left.ts";
import { useFormat } from "../../i18n/format.ts";
import { LinkButton } from "../../ui/button.tsx";
import type { Outlook } from "../checkout/outlook.tsx";
import { RefundReason } from "./refund-reason.tsx";
import { ResultSheet } from "./result-sheet.tsx";

export type PaymentOutcome =
  | { kind: "confirmed"; amountKrw: number; quantity: number }
  /** Paid for an event session that was cancelled meanwhile: a refund is about to be requested. */
  | { kind: "sessionCancelled"; amountKrw: number }
  /**
   * It is unknown since `since` whether money moved, and `held` says whether the tickets are held meanwhile.
   * `payHref` leads back to a payment that the buyer may have left before paying.
   */
  | { kind: "checking"; since: string; held: boolean; payHref: string | null }
  /** Over without a payment: it was refused for good, the time ran out, or the buyer gave the tickets back. */
  | { kind: "failed" | "expired" | "returned"; heldUntil: null; retryHref: string }
  /** Nothing was paid yet: a card was refused, or the buyer left. The same order can be paid while the hold lasts. */
  | { kind: "declined" | "cancelled"; heldUntil: string; retryHref: string }
  /** The refund was requested, is done, or was refused by the provider. */
  | { kind: "refund"; state: RefundState; reason: string; amountKrw: number; orderHref: string };

interface PaymentResultProps {
  outcome: PaymentOutcome;
  orderId: string;
}

/** The result of a payment, always with three answers: the money, the tickets, what is next. */
export function PaymentResult({ outcome, orderId }: PaymentResultProps) {
  const t = useTranslations("payment");
  const view = useResultView(outcome);
  return (
    <ResultSheet
      tone={view.tone}
      busy={outcome.kind === "checking"}
      title={t(outcome.kind === "refund" ? `refund.${outcome.state}.title` : `${outcome.kind}.title`)}
      lead={view.lead}
      outlook={view.outlook}
      action={view.action}
      footer={`${t("orderNumber")} ${shortCodeOf(orderId)}`}
    />
  );
}

interface ResultView {
  tone: "success" | "info" | "danger" | "warning" | "neutral";
  lead: ReactNode;
  outlook: Outlook;
  action: ReactNode;
}

function useResultView(outcome: PaymentOutcome): ResultView {
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
          next: t("confirmed.next"),
        },
        action: <LinkButton href="/me/tickets">{t("confirmed.action")}</LinkButton>,
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
    case "failed":
    case "expired":
    case "returned":
      return over(outcome, t);
    case "declined":
    case "cancelled":
      return payable(outcome, t);
  }
}

const REFUND_TONES = { asked: "info", done: "success", refused: "danger" } as const;

function refunded(
  { state, reason, orderHref }: Extract<PaymentOutcome, { kind: "refund" }>,
  t: Words,
  amount: string,
): ResultView {
  return {
    tone: REFUND_TONES[state],
    lead: (
      <>
        {t(`refund.${state}.lead`)}
        {reason !== "cancelled_by_buyer" && (
          <span className="mt-1 block">
            <RefundReason reason={reason} />
          </span>
        )}
      </>
    ),
    outlook: {
      charged: t(`refund.${state}.charged`, { amount }),
      seat: t("refund.seat"),
      next: t(
        state === "done" && reason === "event_cancelled"
          ? "refund.done.nextElsewhere"
          : `refund.${state}.next`,
      ),
    },
    action: <LinkButton href={orderHref}>{t("refund.action")}</LinkButton>,
  };
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
