"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Alert } from "../../ui/alert.tsx";
import { LinkButton } from "../../ui/button.tsx";

const EVERY_MS = 5000;

/** How many requests wait for an operator's approval; empty where none do. */
export function WaitingApprovals() {
  const t = useTranslations("approval");
  const trpc = useTRPC();
  const { data, error } = useQuery(
    trpc.approvals.list.queryOptions({}, { refetchInterval: EVERY_MS, staleTime: 0 }),
  );
  if (error) return <ProblemAlert error={error} />;
  const count = data?.filter(({ state }) => state === "waiting").length ?? 0;
  if (count === 0) return null;
  return (
    <Alert
      tone="warning"
      title={t("attention", { count })}
      action={<LinkButton href="/admin/approvals">{t("see")}</LinkButton>}
    />
  );
}
