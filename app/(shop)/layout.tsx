import type { ReactNode } from "react";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { sentSoFar } from "#components/light/record.ts";
import { AppShell } from "#components/shell/app-shell.tsx";
import type { Drawn } from "#components/trpc/drawn.tsx";
import { me } from "#server/auth/queries.ts";
import { purchasesUnderWay } from "#server/checkout/queries.ts";
import { businessDetails } from "#server/platform/config/business.ts";
import { approximateNow } from "#server/platform/database/clock.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { chosenTheme } from "../theme.ts";
import { visitor } from "../visitor.ts";

export default async function ShopLayout({ children }: { children: ReactNode }) {
  const shell = { theme: await chosenTheme(), business: businessDetails(), drawn: await drawnNow() };
  sentSoFar().shell = shell;
  return (
    <PageMessages of={["error", "notification", "purchaseBar"]}>
      <AppShell {...shell}>{children}</AppShell>
    </PageMessages>
  );
}

/** For whom and when this page is drawn; where that cannot be found out, the page finds out by itself. */
async function drawnNow(): Promise<Drawn | undefined> {
  try {
    const [now, ctx] = await Promise.all([approximateNow(createContext().db), visitor()]);
    const nowMs = now.getTime();
    if (!ctx) return { nowMs, viewer: undefined, purchases: [] };
    const [viewer, purchases] = await Promise.all([me(ctx, {}), purchasesUnderWay(ctx, {})]);
    return { nowMs, viewer: viewer ?? undefined, purchases };
  } catch {
    return undefined;
  }
}
