"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RequireLogin } from "../auth/require-login.tsx";
import { useViewer } from "../trpc/use-viewer.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { AdminNav } from "./admin-nav.tsx";

/** Shows its children to operators. What they show is asked of the server, which decides for itself. */
export function RequireAdmin({ children }: { children: ReactNode }) {
  return (
    <RequireLogin>
      <IfAdmin>{children}</IfAdmin>
    </RequireLogin>
  );
}

function IfAdmin({ children }: { children: ReactNode }) {
  const t = useTranslations("admin.notAllowed");
  const { data } = useViewer();
  if (data?.role !== "ADMIN") return <EmptyState title={<h1>{t("title")}</h1>}>{t("body")}</EmptyState>;
  return (
    <>
      <AdminNav />
      {children}
    </>
  );
}
