"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { ActNotice } from "../../errors/act-notice.tsx";
import { Button } from "../../ui/button.tsx";
import { useHold } from "../holds/use-hold.ts";
import { keepWish } from "../holds/wished-quantity.ts";
import { useJoin } from "../queue/use-join.ts";
import { useMyPlace } from "../queue/use-my-place.ts";

interface HoldAgainProps {
  eventSessionId: EventSessionId;
  quantity: number;
}

/** Holds the same number of tickets again: at once for an admitted person, otherwise through the queue. */
export function HoldAgain({ eventSessionId, quantity }: HoldAgainProps) {
  const t = useTranslations("holdOver.actions");
  const router = useRouter();
  const place = useMyPlace(eventSessionId);
  const hold = useHold(eventSessionId);
  const join = useJoin(eventSessionId, () => router.push(`/sessions/${eventSessionId}/queue`));
  const admitted = place.data?.allowed ? place.data : null;
  const act = admitted ? hold : join;
  const press = () => {
    keepWish(eventSessionId, quantity);
    if (admitted) hold.mutate({ quantity, queueToken: admitted.queueToken });
    else join.mutate();
  };
  return (
    <div className="grid justify-items-start gap-2">
      <Button pending={act.isPending || act.isSuccess} disabled={place.isPending} onClick={press}>
        {t(admitted ? "holdAgain" : "rejoin", { count: quantity })}
      </Button>
      {!admitted && <p className="text-ink text-sm">{t("rejoinNote", { count: quantity })}</p>}
      <ActNotice act={act} />
    </div>
  );
}
