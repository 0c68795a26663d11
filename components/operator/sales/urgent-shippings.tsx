"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Alert } from "../../ui/alert.tsx";
import { LinkButton } from "../../ui/button.tsx";

const EVERY_MS = 30_000;

/** How many parcels wait. */
export function useShippingCounts() {
  const trpc = useTRPC();
  return useQuery(trpc.reports.shippingCounts.queryOptions({}, { refetchInterval: EVERY_MS, staleTime: 0 }));
}

/** How many paper tickets have not left although their event is near; empty where there are none. */
export function UrgentShippings() {
  const t = useTranslations("sales.unsent");
  const { data, error } = useShippingCounts();
  if (error) return <ProblemAlert error={error} />;
  if (!data || data.urgent === 0) return null;
  return (
    <Alert
      tone="warning"
      title={t("title", { count: data.urgent })}
      action={<LinkButton href="/admin/shipping?due=soon">{t("action")}</LinkButton>}
    >
      {t("body")}
    </Alert>
  );
}
