import type { ReactNode } from "react";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { AdminShell } from "#components/operator/shell/admin-shell.tsx";
import { businessDetails } from "#server/platform/config/business.ts";
import { chosenTheme } from "../theme.ts";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const theme = await chosenTheme();
  return (
    <PageMessages of={["admin", "error", "notification"]}>
      <AdminShell theme={theme} business={businessDetails()}>
        {children}
      </AdminShell>
    </PageMessages>
  );
}
