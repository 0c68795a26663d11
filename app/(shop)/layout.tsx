import type { ReactNode } from "react";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { sentSoFar } from "#components/light/record.ts";
import { AppShell } from "#components/shell/app-shell.tsx";
import { purchasesUnderWay } from "#server/checkout/queries.ts";
import { businessDetails } from "#server/platform/config/business.ts";
import { drawnNow } from "../drawn-now.ts";
import { chosenTheme } from "../theme.ts";

export default async function ShopLayout({ children }: { children: ReactNode }) {
  const drawn = await drawnNow((ctx) => purchasesUnderWay(ctx, {}));
  const shell = { theme: await chosenTheme(), business: businessDetails(), drawn };
  sentSoFar().shell = shell;
  return (
    <PageMessages of={["error", "notification", "purchaseBar"]}>
      <AppShell {...shell}>{children}</AppShell>
    </PageMessages>
  );
}
