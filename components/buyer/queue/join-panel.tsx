"use client";
import { useTranslations } from "next-intl";
import type { QueueStanding } from "#server/queue/contract.ts";
import { ActNotice } from "../../errors/act-notice.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import type { useJoin } from "./use-join.ts";

interface JoinPanelProps {
  standing: QueueStanding | null;
  join: ReturnType<typeof useJoin>;
}

/** For people who are not in the queue yet: the button takes a place; opening the page does not. */
export function JoinPanel({ standing, join }: JoinPanelProps) {
  const t = useTranslations("queue.join");
  const paused = standing === "PAUSED";
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-4">
      <ActNotice act={join} />
      <EmptyState
        title={t(paused ? "pausedTitle" : "title")}
        action={
          paused ? null : (
            <Button size="large" className="min-w-48" pending={join.isPending} onClick={() => join.mutate()}>
              {t("action")}
            </Button>
          )
        }
      >
        {t(paused ? "pausedBody" : "body")}
      </EmptyState>
    </div>
  );
}
