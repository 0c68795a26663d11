"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { TransmissionFilter } from "#server/transmissions/contract.ts";
import { REPLAY_MAX } from "#server/transmissions/values.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Button } from "../../ui/button.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { toast } from "../../ui/toast.ts";
import { useRefreshOutbox } from "./use-refresh-outbox.ts";

/** Resends all dead transmissions that match; the operator confirms their number, and exactly that many are sent. */
export function ReplayMatching({ filter }: { filter: TransmissionFilter }) {
  const t = useTranslations("transmission.replayMatching");
  const [asking, setAsking] = useState(false);
  const trpc = useTRPC();
  const refresh = useRefreshOutbox();
  const counted = useQuery(
    trpc.transmissions.count.queryOptions(filter, { enabled: asking, staleTime: 0, gcTime: 0 }),
  );
  const replay = useMutation(
    trpc.transmissions.replayMatching.mutationOptions({
      onSuccess: ({ replayed }) => {
        setAsking(false);
        toast.success(t("done", { count: replayed }));
      },
      onSettled: refresh,
    }),
  );
  const count = counted.isFetching ? undefined : counted.data?.count;
  const { destination, search } = filter;
  const ask = (open: boolean) => {
    setAsking(open);
    replay.reset();
  };
  return (
    <>
      <Button onClick={() => ask(true)}>{t("open")}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={ask}
        title={t("title")}
        description={<HowMany count={count} />}
        confirmLabel={count ? t("confirm", { count }) : t("idle")}
        pending={replay.isPending}
        ready={Boolean(count)}
        onConfirm={() => count && replay.mutate({ destination, search, expected: count })}
      >
        <Scope filter={filter} />
        <ProblemAlert error={replay.error ?? counted.error} />
      </ConfirmDialog>
    </>
  );
}

function HowMany({ count }: { count: number | undefined }) {
  const t = useTranslations("transmission.replayMatching");
  if (count === undefined) return t("counting");
  if (count === 0) return t("nothing");
  return count < REPLAY_MAX ? t("body", { count }) : t("many", { max: REPLAY_MAX });
}

function Scope({ filter: { destination, search } }: { filter: TransmissionFilter }) {
  const t = useTranslations("transmission");
  const tDestination = useTranslations("destination");
  const items = [
    {
      term: t("destinationFilter"),
      detail: destination ? tDestination(destination) : t("anyDestination"),
    },
    ...(search ? [{ term: t("searchFor"), detail: search }] : []),
  ];
  return <DescriptionList className="break-all rounded-md bg-sunken p-4" items={items} />;
}
