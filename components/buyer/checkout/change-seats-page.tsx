"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { HoldId } from "#server/holds/contract.ts";
import { RequireLogin } from "../../auth/require-login.tsx";
import { ActNotice } from "../../errors/act-notice.tsx";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Alert } from "../../ui/alert.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import type { ChoiceProps } from "../holds/choice.ts";
import { ChooseOnMap } from "../seats/choose-on-map.tsx";
import { ChooseSeats } from "../seats/choose-seats.tsx";
import { HoldOver } from "./hold-over.tsx";
import { PurchaseBar } from "./purchase-bar.tsx";
import { isPayable, type PurchaseView } from "./purchase-view.ts";
import { useChangeSeats } from "./use-change-seats.ts";
import { useHoldDeadline } from "./use-hold-deadline.ts";
import { usePurchase } from "./use-purchase.ts";

/** Changes the seats of a hold whose payment has not begun, in the time that it has left. */
export function ChangeSeatsPage({ holdId }: { holdId: HoldId }) {
  return (
    <RequireLogin>
      <ChangeSeats holdId={holdId} />
    </RequireLogin>
  );
}

function ChangeSeats({ holdId }: { holdId: HoldId }) {
  const { data, error, refetch } = usePurchase(holdId);
  if (!data) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="facts" />;
  const { standing, seats } = data;
  if (!isPayable(standing)) return <HoldOver purchase={data} how={standing} />;
  if (seats.length === 0) return <Fixed holdId={holdId} because="counted" />;
  if (standing !== "held") return <Fixed holdId={holdId} because="paying" />;
  return <Changer purchase={data} onExpired={() => void refetch()} />;
}

function Changer({ purchase, onExpired }: { purchase: PurchaseView; onExpired: () => void }) {
  const t = useTranslations("checkout.changeSeats");
  const tBar = useTranslations("purchaseBar");
  const trpc = useTRPC();
  const deadline = useHoldDeadline(purchase.expiresAt, onExpired);
  const { holdId, sessionId: eventSessionId, quantity } = purchase;
  const sale = useQuery(trpc.catalog.getEventSession.queryOptions({ eventSessionId }));
  const change = useChangeSeats(purchase);
  // Those of the moment when the page was opened: the choice begins with them.
  const [own] = useState(() => purchase.seats.map(({ id }) => id));
  if (!sale.data) return sale.error ? <ProblemAlert error={sale.error} /> : <PageSkeleton shape="facts" />;
  const { maxPerUser, drawingVersion } = sale.data;
  const choice: ChoiceProps = {
    ...{ eventSessionId, maxPerUser, own, hold: change, closed: false },
    asked: change.isPending || change.isSuccess,
    notice: <ActNotice act={change} />,
    onTake: (wish) => "seatIds" in wish && change.mutate(wish.seatIds),
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <LinkButton href={`/checkout/${holdId}`} look="quiet">
            {t("keep")}
          </LinkButton>
        }
      />
      <PurchaseBar
        {...deadline}
        step="held"
        sentence={tBar("holding", { count: quantity })}
        amountKrw={purchase.amount}
        place="page"
      />
      {drawingVersion === null ? (
        <ChooseSeats {...choice} />
      ) : (
        <ChooseOnMap {...choice} drawingVersion={drawingVersion} />
      )}
    </>
  );
}

/** Says why the seats stay as they are. */
function Fixed({ holdId, because }: { holdId: HoldId; because: "counted" | "paying" }) {
  const t = useTranslations("checkout.changeSeats");
  return (
    <>
      <PageHeader title={t("title")} />
      <Alert
        tone="info"
        title={t(`fixed.${because}.title`)}
        action={<LinkButton href={`/checkout/${holdId}`}>{t("back")}</LinkButton>}
      >
        {t(`fixed.${because}.body`)}
      </Alert>
    </>
  );
}
