"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RequireLogin } from "../../auth/require-login.tsx";
import { useViewer } from "../../trpc/use-viewer.ts";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";

/**
 * Shows its children to admins: strangers log in first, others are told that it is not for them. What the children
 * read is refused to them by the server all the same.
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
