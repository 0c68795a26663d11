"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RequireLogin } from "../auth/require-login.tsx";
import { useViewer } from "../trpc/use-viewer.ts";
import { LinkButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

/** Shows its children to sellers and admins; others read how one becomes a seller. The server checks the role again. */
export function RequireOrganizer({ children }: { children: ReactNode }) {
  const viewer = useViewer();
  return <RequireLogin>{viewer.data && viewer.data.role !== "USER" ? children : <NotSeller />}</RequireLogin>;
}

function NotSeller() {
  const t = useTranslations("organizer");
  return (
    <EmptyState
      title={<h1>{t("notSeller.title")}</h1>}
      action={<LinkButton href="/seller/connect">{t("connectFirst.action")}</LinkButton>}
    >
      {t("notSeller.body")}
    </EmptyState>
  );
}
