"use client";
import { useRouter } from "next/navigation";
import type { PaymentMethod } from "#server/payments/contract.ts";
import { useTRPCClient } from "../../trpc/client.ts";
import { useAct } from "../../trpc/use-act.ts";
import { useIdempotencyKey } from "../../trpc/use-idempotency-key.ts";
import { codeOf, openTossWindow } from "../payments/use-toss-window.ts";
import type { deliveryOf } from "./delivery-choice.tsx";
import type { PurchaseView } from "./purchase-view.ts";

interface Chosen {
  readonly method: PaymentMethod;
  /** Left out once the payment has begun. */
  readonly delivery?: ReturnType<typeof deliveryOf>;
}

/** Opens the payment after a press; no page opens a payment by itself. */
export function usePay({ holdId }: PurchaseView) {
  const client = useTRPCClient();
  const router = useRouter();
  const intent = useIdempotencyKey();
  const checkOut = (chosen: Chosen) =>
    client.checkout.checkOut.mutate({ holdId, ...chosen }, { context: { idempotencyKey: intent.key() } });
  const pay = useAct({
    send: checkOut,
    lookUp: async (chosen) => {
      const { orderId } = await client.checkout.purchase.query({ holdId });
      // The request arrived, so that repeating it with the same key returns the same answer and changes nothing.
      return orderId ? checkOut(chosen) : null;
    },
    onSuccess: ({ orderId, paymentSessionUrl }) => {
      const ownPage = `/orders/${orderId}/pay`;
      if (new URL(paymentSessionUrl, location.origin).pathname !== ownPage)
        return location.assign(paymentSessionUrl);
      client.checkout.order
        .query({ id: orderId })
        .then(openTossWindow)
        .catch((error: unknown) => router.push(`${ownPage}?code=${encodeURIComponent(codeOf(error))}`));
    },
    onError: intent.settle,
  });
  /** Another choice is another intent. */
  const renewing =
    <T>(set: (next: T) => void) =>
    (next: T) => {
      intent.renew();
      set(next);
    };
  return { ...pay, renewing };
}
