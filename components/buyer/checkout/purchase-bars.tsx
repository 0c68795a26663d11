"use client";
import { useQuery } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect } from "react";
import { DeadlineBar } from "../../clock/deadline-bar.tsx";
import { useSecondsLeft } from "../../clock/use-seconds-left.ts";
import { useTRPC } from "../../trpc/client.ts";
import { useViewer } from "../../trpc/use-viewer.ts";
import { Alert } from "../../ui/alert.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { isPayable, type PurchaseView } from "./purchase-view.ts";

/** Seconds before the end at which the bar becomes more prominent. */
const HURRY_SECONDS = 60;

/** On every page of the shop: the person's holds with the time left, and the link to pay for them. */
export function PurchaseBars() {
  const trpc = useTRPC();
  const path = usePathname();
  const loggedIn = Boolean(useViewer().data);
  const { data, refetch } = useQuery(
    trpc.checkout.underWay.queryOptions({}, { enabled: loggedIn, staleTime: 5000 }),
  );
  const look = useCallback(() => void refetch({ cancelRefetch: false }), [refetch]);
  // The holds are read once a page and when one ends; they are not polled.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the reason to ask again.
  useEffect(() => {
    if (loggedIn) look();
  }, [path, loggedIn, look]);
  if (!loggedIn) return null;
  return data
    ?.filter((purchase) => !isAbout(path, purchase))
    .map((purchase) => <PurchaseBar key={purchase.holdId} purchase={purchase} onOver={look} />);
}

/** The pages of the purchase show the hold themselves. */
const isAbout = (path: string, { holdId, orderId }: PurchaseView): boolean =>
  path === `/checkout/${holdId}` ||
  path === `/checkout/${holdId}/seats` ||
  (orderId !== null && path.startsWith(`/orders/${orderId}/`));

function PurchaseBar({ purchase, onOver }: { purchase: PurchaseView; onOver: () => void }) {
  const t = useTranslations("purchaseBar");
  const { holdId, orderId, eventTitle: title, quantity: count } = purchase;
  const left = useSecondsLeft(purchase.expiresAt, onOver);
  if (left === 0) return null;
  if (!isPayable(purchase.standing))
    return (
      <Alert
        tone="info"
        title={t("confirming", { title, count })}
        action={
          <LinkButton look="secondary" href={orderId ? `/orders/${orderId}/result` : "/me/orders"}>
            {t("seeResult")}
          </LinkButton>
        }
      >
        {t("confirmingNote")}
      </Alert>
    );
  const hurry = left !== null && left <= HURRY_SECONDS;
  return (
    <DeadlineBar
      label={t("left")}
      left={left}
      sentence={t("held", { title, count })}
      note={hurry ? t("hurry") : null}
      tone={hurry ? "warning" : "info"}
      action={<LinkButton href={`/checkout/${holdId}`}>{t("continue")}</LinkButton>}
    />
  );
}
