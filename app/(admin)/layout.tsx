import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { AdminShell } from "#components/operator/shell/admin-shell.tsx";
import { asTheme, themeCookie } from "#components/preferences/theme.ts";
import { businessDetails } from "#server/platform/config/business.ts";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const theme = asTheme((await cookies()).get(themeCookie)?.value);
  return (
    <PageMessages of={["admin", "error", "notification"]}>
      <AdminShell theme={theme} business={businessDetails()}>
        {children}
      </AdminShell>
    </PageMessages>
  );
}
