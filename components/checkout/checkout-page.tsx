"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import type { Hold, HoldId } from "#server/holds/contract.ts";
import type { PaymentMethod } from "#server/payments/contract.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { HoldCountdown } from "../holds/hold-countdown.tsx";
import { HoldExpired } from "../holds/hold-expired.tsx";
import { ReleaseHoldButton } from "../holds/release-hold-button.tsx";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC, useTRPCClient } from "../trpc/client.ts";
import { useIdempotencyKey } from "../trpc/use-idempotency-key.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { CheckoutSummary } from "./checkout-summary.tsx";
import { PayBar } from "./pay-bar.tsx";
import { PaymentMethodChoice } from "./payment-method-choice.tsx";

/** A live hold on its way to the payment; one that is over says so and leads back to the line. */
export function CheckoutPage({ holdId }: { holdId: HoldId }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data: hold, error, refetch } = useQuery(trpc.holds.get.queryOptions({ holdId }, { staleTime: 0 }));
  const refresh = useCallback(() => void refetch(), [refetch]);
  if (!hold) return error ? <ProblemAlert error={error} /> : <PageSkeleton />;
  if (hold.status === "ACTIVE") return <Checkout hold={hold} onExpired={refresh} />;
  return <HoldExpired pending={false} onHoldAgain={() => router.push(`/sessions/${hold.sessionId}/line`)} />;
}

function Checkout({ hold, onExpired }: { hold: Hold; onExpired: () => void }) {
  const t = useTranslations("checkout");
  const trpc = useTRPC();
  const [method, setMethod] = useState<PaymentMethod>("CARD");
  const sale = useQuery(trpc.catalog.getEventSession.queryOptions({ eventSessionId: hold.sessionId }));
  const { pay, release } = useCheckoutActs(hold, method, sale.data?.event.id);
  if (!sale.data) return <PageSkeleton />;
  const { event, startsAt, price, cancelDeadlineAt } = sale.data;
  const leaving = pay.isPending || pay.isSuccess;
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <ReleaseHoldButton
            quantity={hold.quantity}
            pending={release.isPending || release.isSuccess}
            onRelease={() => release.mutate()}
          />
        }
      />
      <HoldCountdown
        expiresAt={hold.expiresAt}
        quantity={hold.quantity}
        phase={leaving ? "paying" : "choosing"}
        onExpired={onExpired}
      />
      <ProblemAlert error={pay.error ?? release.error} />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        <CheckoutSummary
          {...{ startsAt, cancelDeadlineAt, title: event.title, venue: event.venue, seats: [] }}
          quantity={hold.quantity}
          priceKrw={price}
          amountKrw={price * hold.quantity}
        />
        <PaymentMethodChoice method={method} onChange={setMethod} />
      </div>
      <PayBar amountKrw={price * hold.quantity} pending={leaving} onPay={() => pay.mutate()} />
    </>
  );
}

function useCheckoutActs(hold: Hold, method: PaymentMethod, eventId: string | undefined) {
  const client = useTRPCClient();
  const router = useRouter();
  const intent = useIdempotencyKey();
  const pay = useMutation({
    mutationFn: () =>
      client.checkout.checkOut.mutate(
        { holdId: hold.holdId, method },
        { context: { idempotencyKey: intent.key() } },
      ),
    onSuccess: ({ paymentSessionUrl }) => window.location.assign(paymentSessionUrl),
    onError: intent.settle,
  });
  const release = useMutation({
    mutationFn: () => client.holds.release.mutate({ holdId: hold.holdId }),
    onSuccess: () => router.replace(eventId ? `/events/${eventId}` : "/"),
  });
  return { pay, release };
}
