"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef } from "react";
import type { OrderId } from "#server/orders/contract.ts";
import { isPayable } from "#server/payments/machine.ts";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { behindLogin } from "../../auth/require-login.tsx";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { type Refusal, readRefusal } from "../../errors/refusal.ts";
import { useTRPC } from "../../trpc/client.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ResultSheet } from "./result-sheet.tsx";

const TRIES = 5;

/** The return from Toss with an authorization: requests the charge and opens the result. A reload may repeat it. */
export const TossReturnPage = behindLogin(Return);

function Return({ orderId }: { orderId: OrderId }) {
  const t = useTranslations("payment");
  const query = useSearchParams();
  const confirm = useConfirm(orderId);
  const { mutate } = confirm;
  const asked = useRef(false);
  const ask = useCallback(
    () => mutate({ orderId, paymentKey: query.get("paymentKey") ?? "", amount: Number(query.get("amount")) }),
    [mutate, orderId, query],
  );
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    ask();
  }, [ask]);
  if (confirm.error)
    return (
      <>
        <PageHeader title={t("window.title")} />
        <ProblemAlert
          error={confirm.error}
          action={<NextStep reason={readRefusal(confirm.error).reason} orderId={orderId} onAsk={ask} />}
        />
      </>
    );
  return (
    <ResultSheet
      tone="info"
      busy
      title={t("checking.title")}
      lead={t("checking.lead")}
      outlook={{ charged: t("checking.charged"), seat: t("checking.seat"), next: t("checking.next") }}
      action={null}
      footer={`${t("orderNumber")} ${shortCodeOf(orderId)}`}
    />
  );
}

interface NextStepProps {
  reason: Refusal["reason"];
  orderId: OrderId;
  onAsk: () => void;
}

/** The next step when nothing was charged: confirm again, pay again, or see the order's state. */
function NextStep({ reason, orderId, onAsk }: NextStepProps) {
  const t = useTranslations("payment.window");
  if (reason === "provider_silent" || reason === "too_many_confirmations")
    return <Button onClick={onAsk}>{t("askAgain")}</Button>;
  // The pay page forwards an order that can no longer be paid to its result.
  if (reason === "authorization_refused")
    return <LinkButton href={`/orders/${orderId}/pay`}>{t("payAgain")}</LinkButton>;
  return <LinkButton href={`/orders/${orderId}/result`}>{t("seeResult")}</LinkButton>;
}

function useConfirm(orderId: OrderId) {
  const trpc = useTRPC();
  const router = useRouter();
  return useMutation(
    trpc.checkout.confirmPayment.mutationOptions({
      // The buyer has authorized the payment already, so that the request waits for a connection.
      networkMode: "online",
      // Confirming is idempotent, so that a lost answer is requested again; a refusal is final.
      retry: (count, error) => count < TRIES && !error.data,
      onSuccess: ({ status, confirming, refusedBecause }) => {
        const payable = isPayable(status) && !confirming;
        const page = payable ? `pay?code=${encodeURIComponent(refusedBecause ?? "UNKNOWN")}` : "result";
        router.replace(`/orders/${orderId}/${page}`);
      },
    }),
  );
}
