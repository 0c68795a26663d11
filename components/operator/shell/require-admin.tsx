"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RequireLogin } from "../../auth/require-login.tsx";
import { useViewer } from "../../trpc/use-viewer.ts";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";

/**
 * Shows its children to admins: people who are not logged in log in first, others read that the page is for operators.
 * The server checks the role again for everything that the children read.
 */
export function RequireAdmin({ children }: { children: ReactNode }) {
  const viewer = useViewer();
  return <RequireLogin>{viewer.data?.role === "ADMIN" ? children : <Denied />}</RequireLogin>;
}

function Denied() {
  const t = useTranslations("admin.denied");
  return (
    <EmptyState title={<h1>{t("title")}</h1>} action={<LinkButton href="/">{t("action")}</LinkButton>}>
      {t("body")}
    </EmptyState>
  );
}
