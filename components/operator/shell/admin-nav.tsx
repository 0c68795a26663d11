"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { NavLink } from "../../shell/nav-link.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { useViewer } from "../../trpc/use-viewer.ts";

const ALERTS_EVERY_MS = 5000;

/** Links to the operators' pages with the number of active alerts; empty for other people. */
export function AdminNav() {
  const t = useTranslations("admin");
  const viewer = useViewer();
  return (
    <nav aria-label={t("navigation")} className="-mx-3 flex min-h-touch overflow-x-auto">
      {viewer.data?.role === "ADMIN" && (
        <>
          <NavLink href="/admin/events" place="bar">
            {t("events")}
          </NavLink>
          <NavLink href="/admin/transmissions" place="bar">
            {t("transmissions")}
          </NavLink>
          <NavLink href="/admin/alerts" place="bar">
            {t("alerts")}
            <FiringCount />
          </NavLink>
          <NavLink href="/admin/refunds" place="bar">
            {t("refunds")}
          </NavLink>
          <NavLink href="/admin/integration" place="bar">
            {t("integration")}
          </NavLink>
          <NavLink href="/sandbox/data-platform" place="bar">
            {t("receiver")}
          </NavLink>
        </>
      )}
    </nav>
  );
}

function FiringCount() {
  const t = useTranslations("admin");
  const trpc = useTRPC();
  const { data: alerts } = useQuery(
    trpc.alerts.list.queryOptions({}, { refetchInterval: ALERTS_EVERY_MS, staleTime: 0 }),
  );
  const count = alerts?.length ?? 0;
  if (count === 0) return null;
  return (
    <span className="numerals ml-1.5 rounded-full border border-danger-line bg-danger-bg px-2 font-bold text-danger-fg text-xs leading-5">
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t("firing", { count })}</span>
    </span>
  );
}
