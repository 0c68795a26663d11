import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { sentSoFar } from "#components/light/record.ts";
import { asTheme, themeCookie } from "#components/preferences/theme.ts";
import { AppShell } from "#components/shell/app-shell.tsx";
import { businessDetails } from "#server/platform/config/business.ts";

export default async function ShopLayout({ children }: { children: ReactNode }) {
  const theme = asTheme((await cookies()).get(themeCookie)?.value);
  const shell = { theme, business: businessDetails() };
  sentSoFar().shell = shell;
  return (
    <PageMessages of={["error", "notification", "purchaseBar"]}>
      <AppShell {...shell}>{children}</AppShell>
    </PageMessages>
  );
}
