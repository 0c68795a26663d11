"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "../../ui/page-header.tsx";
import { LiveHealth } from "./live-health.tsx";

/**
 * How the shop is now. That is public, and is shown although no one can be recognized while Redis is away.
 * @param props.children - how that changed, for operators
 */
export function HealthPage({ children }: { children: ReactNode }) {
  const t = useTranslations("health");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <LiveHealth />
      {children}
    </>
  );
}
