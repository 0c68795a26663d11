"use client";
import { useTranslations } from "next-intl";
import { Alert } from "../../ui/alert.tsx";
import { LinkButton } from "../../ui/button.tsx";
import type { Tone } from "../../ui/tone.ts";
import { HoldAgain } from "./hold-again.tsx";
import { OutlookLines } from "./outlook.tsx";
import type { PurchaseView, SettledStanding } from "./purchase-view.ts";

const tones: Record<SettledStanding, Tone> = {
  confirming: "info",
  checking: "info",
  paid: "success",
  cancelled: "neutral",
  paid_late: "warning",
  returned: "neutral",
  expired: "warning",
  payment_failed: "danger",
  sale_ended: "warning",
  withdrawn: "warning",
  session_cancelled: "warning",
};

interface HoldOverProps {
  purchase: PurchaseView;
  how: SettledStanding;
}

/** Says why a hold can no longer be paid for, what happened to the money and the tickets, and what to do next. */
export function HoldOver({ purchase, how }: HoldOverProps) {
  const t = useTranslations(`holdOver.${how}`);
  return (
    <Alert tone={tones[how]} title={t("title")} action={<NextStep purchase={purchase} how={how} />} announce>
      <OutlookLines charged={t("charged")} seat={t("seat")} next={t("next")} />
    </Alert>
  );
}

function NextStep({ purchase, how }: HoldOverProps) {
  const t = useTranslations("holdOver.actions");
  const { orderId, eventId } = purchase;
  switch (how) {
    case "paid":
      return <LinkButton href="/me/tickets">{t("tickets")}</LinkButton>;
    case "confirming":
    case "checking":
      return (
        <LinkButton href={orderId ? `/orders/${orderId}/result` : "/me/orders"}>{t("result")}</LinkButton>
      );
    case "cancelled":
    case "paid_late":
      return <LinkButton href={orderId ? `/me/orders/${orderId}` : "/me/orders"}>{t("order")}</LinkButton>;
    case "sale_ended":
    case "session_cancelled":
      return <LinkButton href={`/events/${eventId}`}>{t("event")}</LinkButton>;
    case "withdrawn":
      return <LinkButton href="/">{t("browse")}</LinkButton>;
    case "returned":
    case "expired":
    case "payment_failed":
      return <HoldAgain eventSessionId={purchase.sessionId} quantity={purchase.quantity} />;
  }
}
