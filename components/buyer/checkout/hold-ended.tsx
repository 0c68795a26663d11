"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { isPayable, type PurchaseView } from "./purchase-view.ts";

/** How often it is asked what became of a hold whose time is over. */
const POLL_MS = 2000;

interface HoldEndedProps {
  purchase: PurchaseView;
  onClose: () => void;
}

/**
 * What became of a hold whose time ended while the person looked at another page. That nothing was charged is said where
 * the server says so: a payment may have arrived in the last second.
 */
export function HoldEnded({ purchase, onClose }: HoldEndedProps) {
  const t = useTranslations("purchaseBar.over");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const { holdId, sessionId, eventTitle: title, quantity: count } = purchase;
  const { data } = useQuery(
    trpc.checkout.purchase.queryOptions(
      { holdId },
      {
        staleTime: 0,
        refetchInterval: ({ state }) => (state.data && !isPayable(state.data.standing) ? false : POLL_MS),
      },
    ),
  );
  const isReturned = data?.standing === "expired";
  return (
    <Alert
      tone="warning"
      title={t(isReturned ? "returned" : "ended", { title, count })}
      announce
      action={
        <>
          <LinkButton href={isReturned ? `/sessions/${sessionId}/queue` : `/checkout/${holdId}`}>
            {t(isReturned ? "again" : "see")}
          </LinkButton>
          <Button look="quiet" onClick={onClose}>
            {tUi("close")}
          </Button>
        </>
      }
    >
      {t(isReturned ? "returnedNext" : "endedNext")}
    </Alert>
  );
}
