import { PageMessages } from "#components/i18n/page-messages.tsx";
import { AppShell } from "#components/shell/app-shell.tsx";
import { NotFoundNotice } from "#components/shell/not-found-notice.tsx";
import { businessDetails } from "#server/platform/config/business.ts";
import { chosenTheme } from "./theme.ts";

export default async function NotFound() {
  return (
    <PageMessages of={["error", "notification", "purchaseBar"]}>
      <AppShell theme={await chosenTheme()} business={businessDetails()}>
        <NotFoundNotice />
      </AppShell>
    </PageMessages>
  );
}
