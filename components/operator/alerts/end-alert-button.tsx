"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Alert } from "#server/alerts/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Button } from "../../ui/button.tsx";

/** Clears an alert about a past incident, which only a person can confirm as handled. */
export function EndAlertButton({ id, title }: { id: Alert["id"]; title: string }) {
  const t = useTranslations("alert");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const end = useMutation(
    trpc.alerts.end.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.alerts.list.queryKey() }),
    }),
  );
  return (
    <>
      <ProblemAlert error={end.error} />
      <Button
        look="secondary"
        pending={end.isPending}
        aria-label={`${t("end")}: ${title}`}
        onClick={() => end.mutate({ id })}
      >
        {t("end")}
      </Button>
    </>
  );
}
