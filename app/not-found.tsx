import { cookies } from "next/headers";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { asTheme, themeCookie } from "#components/preferences/theme.ts";
import { AppShell } from "#components/shell/app-shell.tsx";
import { NotFoundNotice } from "#components/shell/not-found-notice.tsx";
import { businessDetails } from "#server/platform/config/business.ts";

export default async function NotFound() {
  const cookieStore = await cookies();
  return (
    <PageMessages of={["error", "notification", "purchaseBar"]}>
      <AppShell theme={asTheme(cookieStore.get(themeCookie)?.value)} business={businessDetails()}>
        <NotFoundNotice />
      </AppShell>
    </PageMessages>
  );
}
