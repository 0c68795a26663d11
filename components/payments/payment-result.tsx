"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RefundState } from "#server/payments/machine.ts";
import { useNow } from "../clock/use-now.ts";
import { useFormat } from "../i18n/format.ts";
import type { Outlook } from "../ui/alert.tsx";
import { LinkButton } from "../ui/button.tsx";
import { ResultSheet } from "./result-sheet.tsx";

export type PaymentOutcome =
  | { kind: "confirmed"; amountKrw: number; quantity: number }
  /** Nobody knows yet whether money moved; `since` is when the doubt began. */
  | { kind: "checking"; since: string }
  /** Over without a payment: the time ran out, or the buyer gave the tickets back. */
  | { kind: "expired" | "returned"; heldUntil: null; retryHref: string }
  /** `heldUntil` is null when the hold went with the payment. */
  | { kind: "failed"; heldUntil: string | null; retryHref: string }
  /** The money goes back, is back, or the provider would not give it back. */
  | { kind: "refund"; state: RefundState; amountKrw: number; orderHref: string }
  | { kind: "cancelled"; heldUntil: string | null; retryHref: string };

interface PaymentResultProps {
  outcome: PaymentOutcome;
  orderId: string;
}

/** How a payment ended, always with its three answers: the money, the seat, what next. */
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
      footer={`${t("orderNumber")} ${orderId}`}
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
    case "checking":
      return {
        tone: "info",
        lead: <CheckingLead since={outcome.since} />,
        outlook: { charged: t("checking.charged"), seat: t("checking.seat"), next: t("checking.next") },
        action: (
          <LinkButton href="/me/orders" look="secondary">
            {t("checking.action")}
          </LinkButton>
        ),
      };
    case "refund":
      return refunded(outcome, t, format.krw(outcome.amountKrw));
    case "failed":
    case "cancelled":
    case "expired":
    case "returned":
      return notPaid(outcome, { t, date: (instant) => format.date(instant, "timeWithSeconds") });
  }
}

const REFUND_TONES = { asked: "info", done: "success", refused: "danger" } as const;

function refunded(
  { state, orderHref }: Extract<PaymentOutcome, { kind: "refund" }>,
  t: Words["t"],
  amount: string,
): ResultView {
  return {
    tone: REFUND_TONES[state],
    lead: t(`refund.${state}.lead`),
    outlook: {
      charged: t(`refund.${state}.charged`, { amount }),
      seat: t("refund.seat"),
      next: t(`refund.${state}.next`),
    },
    action: <LinkButton href={orderHref}>{t("refund.action")}</LinkButton>,
  };
}

interface Words {
  t: ReturnType<typeof useTranslations<"payment">>;
  date: (instant: string) => string;
}

/** Nothing was paid: the same hold can be paid for another way, while it lasts. */
function notPaid(
  outcome: Extract<PaymentOutcome, { heldUntil: string | null }>,
  { t, date }: Words,
): ResultView {
  const { kind, heldUntil, retryHref } = outcome;
  const label =
    heldUntil === null
      ? t("failed.rejoin")
      : kind === "cancelled"
        ? t("cancelled.action")
        : t("failed.retry");
  return {
    tone: kind === "failed" ? "danger" : "neutral",
    lead: t(`${kind}.lead`),
    outlook: {
      charged: t(`${kind}.charged`),
      seat: heldUntil === null ? t("failed.seatGone") : t("failed.seatHeld", { at: date(heldUntil) }),
      next:
        heldUntil === null
          ? t("failed.nextRejoin")
          : t(kind === "failed" ? "failed.nextRetry" : "cancelled.next"),
    },
    action: <LinkButton href={retryHref}>{label}</LinkButton>,
  };
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
