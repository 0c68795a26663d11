import type { ReactNode } from "react";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { sentSoFar } from "#components/light/record.ts";
import { AdminShell } from "#components/operator/shell/admin-shell.tsx";
import { businessDetails } from "#server/platform/config/business.ts";
import { drawnNow } from "../drawn-now.ts";
import { chosenTheme } from "../theme.ts";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const shell = { theme: await chosenTheme(), business: businessDetails(), drawn: await drawnNow() };
  sentSoFar().shell = shell;
  return (
    <PageMessages of={["admin", "error", "notification"]}>
      <AdminShell {...shell}>{children}</AdminShell>
    </PageMessages>
  );
}
