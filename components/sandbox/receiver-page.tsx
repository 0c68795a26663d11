"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { RECEIVER_MODES } from "#server/sandbox/values.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useFormat } from "../i18n/format.ts";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC } from "../trpc/client.ts";
import { Card } from "../ui/card.tsx";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { DescriptionList } from "../ui/description-list.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { ReceivedList } from "./received-list.tsx";

const REFRESH_MS = 1000;

/** The data platform of the sandbox: its switches, and what arrived. */
export function ReceiverPage() {
  const t = useTranslations("receiver");
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data, error } = useQuery(trpc.sandbox.receiver.queryOptions({}, { refetchInterval: REFRESH_MS }));
  const set = useMutation(
    trpc.sandbox.setReceiver.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.sandbox.receiver.queryKey() }),
    }),
  );
  if (!data) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="list" />;
  const { taken, duplicates, lastMinute, received } = data;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ProblemAlert error={set.error} />
      <div className="grid items-start gap-6 lg:grid-cols-[22rem_1fr]">
        <Card>
          <ChoiceCards
            legend={t("mode")}
            value={set.isPending ? set.variables.mode : data.mode}
            onChange={(mode) => set.mutate({ mode })}
            options={RECEIVER_MODES.map((value) => ({
              value,
              label: t(`modes.${value}`),
              hint: t(`hints.${value}`),
            }))}
          />
        </Card>
        <Card className="grid min-w-0 gap-5">
          <h2 className="font-bold text-xl">{t("arrived")}</h2>
          <DescriptionList
            layout="grid"
            items={[
              { term: t("taken"), detail: format.number(taken) },
              { term: t("duplicates"), detail: format.number(duplicates) },
              { term: t("lastMinute"), detail: format.number(lastMinute) },
            ]}
          />
          <ReceivedList received={received} />
        </Card>
      </div>
    </>
  );
}
