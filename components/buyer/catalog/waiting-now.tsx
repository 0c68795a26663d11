"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { useTRPC } from "../../trpc/client.ts";

const REFRESH_MS = 15_000;

/** How many people wait in the queue of an event session now. Where that cannot be read it is left out. */
export function WaitingNow({ eventSessionId }: { eventSessionId: EventSessionId }) {
  const t = useTranslations("catalog");
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.queue.serving.queryOptions({ sessionId: eventSessionId }, { refetchInterval: REFRESH_MS }),
  );
  return (
    data && <span className="numerals text-muted text-sm">{t("waitingNow", { count: data.total })}</span>
  );
}
