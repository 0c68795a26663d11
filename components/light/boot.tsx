import { type Messages, NextIntlClientProvider } from "next-intl";
import type { ComponentType } from "react";
import { hydrateRoot } from "react-dom/client";
import { timeZone } from "../i18n/locale.ts";
import { AppShell } from "../shell/app-shell.tsx";
import { OfflineNotice } from "../shell/offline-notice.tsx";
import { AskedAhead } from "../trpc/asked-ahead.tsx";
import { ApiProvider } from "../trpc/provider.tsx";
import { Toaster } from "../ui/toaster.tsx";
import { LightBoundary } from "./light-boundary.tsx";
import type { LightRecord } from "./record.ts";

/**
 * Takes a light page over in the browser: draws what the server drew, in the same frame as app/layout.tsx and
 * app/(shop)/layout.tsx.
 * @param View - the page's own component
 */
export function boot<P extends object>(View: ComponentType<P>): void {
  const root = document.querySelector(".app-root");
  const sent = document.getElementById("light-page")?.textContent;
  if (!root || !sent) throw new Error("This page was not sent as a light one");
  // The fonts of rare letters, for which the first picture did not wait.
  for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[media="not all"]'))
    sheet.media = "all";
  const { props, answers, locale, messages, shell } = JSON.parse(sent) as LightRecord & { props: P };
  hydrateRoot(
    root,
    <NextIntlClientProvider locale={locale} messages={messages as Messages} timeZone={timeZone}>
      <ApiProvider>
        <OfflineNotice />
        <AppShell {...shell}>
          <LightBoundary>
            <AskedAhead answers={answers}>
              <View {...props} />
            </AskedAhead>
          </LightBoundary>
        </AppShell>
        <Toaster />
      </ApiProvider>
    </NextIntlClientProvider>,
  );
}
