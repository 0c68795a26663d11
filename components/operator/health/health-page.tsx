"use client";
import { useTranslations } from "next-intl";
import { PageHeader } from "../../ui/page-header.tsx";
import { RequireAdmin } from "../shell/require-admin.tsx";
import { HealthHistory } from "./health-history.tsx";
import { LiveHealth } from "./live-health.tsx";

/**
 * How the shop is now, and for operators how that changed. The first is public, and is shown although no one can be
 * recognized while Redis is away.
 */
export function HealthPage() {
  const t = useTranslations("health");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <LiveHealth />
      <RequireAdmin>
        <HealthHistory />
      </RequireAdmin>
    </>
  );
}
