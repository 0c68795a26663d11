import { type Messages, NextIntlClientProvider } from "next-intl";
import { type ComponentType, Fragment, type ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
import { timeZone } from "../i18n/locale.ts";
import { OfflineNotice } from "../shell/offline-notice.tsx";
import { AskedAhead } from "../trpc/asked-ahead.tsx";
import { ApiProvider } from "../trpc/provider.tsx";
import { Toaster } from "../ui/toaster.tsx";
import { LightBoundary } from "./light-boundary.tsx";
import type { LightRecord, Shell } from "./record.ts";

/**
 * Takes light pages over in the browser: draws what the server drew, in the same frame as app/layout.tsx and the layout of
 * the page's own part of the app.
 * @param Frame - what that layout draws around its pages
 * @param Gate - what a page's route draws around it, for the people who may see it
 */
export const bootIn =
  (
    Frame: ComponentType<Shell & { children: ReactNode }>,
    Gate: ComponentType<{ children: ReactNode }> = Fragment,
  ) =>
  <P extends object>(View: ComponentType<P>): void => {
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
          <Frame {...shell}>
            <LightBoundary>
              <Gate>
                <AskedAhead answers={answers}>
                  <View {...props} />
                </AskedAhead>
              </Gate>
            </LightBoundary>
          </Frame>
          <Toaster />
        </ApiProvider>
      </NextIntlClientProvider>,
    );
  };
