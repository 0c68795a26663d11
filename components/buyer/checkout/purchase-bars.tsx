"use client";
import { useQuery } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { useViewer } from "../../trpc/use-viewer.ts";
import { Alert } from "../../ui/alert.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { HoldEnded } from "./hold-ended.tsx";
import { PurchaseBar } from "./purchase-bar.tsx";
import { isPayable, type PurchaseView } from "./purchase-view.ts";
import { useHoldDeadline } from "./use-hold-deadline.ts";

/** On every page of the shop: the person's holds with the time left and the next act, and what became of those that ended. */
export function PurchaseBars() {
  const path = usePathname();
  const { purchases, look } = usePurchases(path);
  const [ended, setEnded] = useState<readonly PurchaseView[]>([]);
  const isElsewhere = (purchase: PurchaseView) => !isAbout(path, purchase);
  // Another tab may have begun to pay, which gives more time.
  const isLive = ({ holdId, expiresAt }: PurchaseView) =>
    purchases.some((purchase) => purchase.holdId === holdId && purchase.expiresAt !== expiresAt);
  const close = ({ holdId }: PurchaseView) =>
    setEnded((before) => before.filter((one) => one.holdId !== holdId));
  return (
    <>
      {ended
        .filter((purchase) => isElsewhere(purchase) && !isLive(purchase))
        .map((purchase) => (
          <HoldEnded key={purchase.holdId} purchase={purchase} onClose={() => close(purchase)} />
        ))}
      {purchases.filter(isElsewhere).map((purchase, index) => (
        <Bar
          key={`${purchase.holdId} ${purchase.expiresAt}`}
          purchase={purchase}
          place={index === 0 && !hasOwnBar(path) ? "dock" : "page"}
          onOver={() => {
            setEnded((before) => [...before, purchase]);
            look();
          }}
        />
      ))}
    </>
  );
}

/** The purchases under way. They are read once a document, and again on another page while there is one, or after one was shown. */
function usePurchases(path: string) {
  const trpc = useTRPC();
  const loggedIn = Boolean(useViewer().data);
  const { data, refetch } = useQuery(
    trpc.checkout.underWay.queryOptions({}, { enabled: loggedIn, staleTime: 5000 }),
  );
  const look = useCallback(() => void refetch({ cancelRefetch: false }), [refetch]);
  const seen = useRef(path);
  useEffect(() => {
    const before = seen.current;
    seen.current = path;
    if (loggedIn && before !== path && (data?.length || isOfPurchase(before))) look();
  }, [path, loggedIn, data, look]);
  return { purchases: (loggedIn && data) || [], look };
}

/** Pages on which a hold begins or changes. */
const isOfPurchase = (path: string): boolean => /^\/(checkout|orders)\//.test(path);

/** The pages of the purchase show the hold themselves. */
const isAbout = (path: string, { holdId, orderId }: PurchaseView): boolean =>
  path === `/checkout/${holdId}` ||
  path === `/checkout/${holdId}/seats` ||
  (orderId !== null && path.startsWith(`/orders/${orderId}/`));

/** Pages whose lower end of the screen shows another purchase. */
const hasOwnBar = (path: string): boolean => /^\/(checkout\/|orders\/|sessions\/[^/]+\/tickets)/.test(path);

interface BarProps {
  purchase: PurchaseView;
  place: "dock" | "page";
  onOver: () => void;
}

function Bar({ purchase, place, onOver }: BarProps) {
  const t = useTranslations("purchaseBar");
  const { holdId, orderId, eventTitle: title, quantity: count, standing } = purchase;
  const isOver = useRef(false);
  const deadline = useHoldDeadline(purchase.expiresAt, () => {
    if (isOver.current) return;
    isOver.current = true;
    onOver();
  });
  if (deadline.left === 0) return null;
  if (!isPayable(standing))
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
  return (
    <PurchaseBar
      {...deadline}
      step={standing === "held" ? "held" : "pay"}
      sentence={t("held", { title, count })}
      amountKrw={purchase.amount}
      place={place}
      action={<LinkButton href={`/checkout/${holdId}`}>{t("continue")}</LinkButton>}
    />
  );
}
