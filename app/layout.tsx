import { PageMessages } from "#components/i18n/page-messages.tsx";
import "pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css";
import "./fonts/faces.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { OfflineNotice } from "#components/shell/offline-notice.tsx";
import { ApiProvider } from "#components/trpc/provider.tsx";
import { Toaster } from "#components/ui/toaster.tsx";
import { coreFont } from "./fonts/core.ts";
import { chosenTheme } from "./theme.ts";

// biome-ignore lint/style/noProcessEnv: pages do not load the server's configuration.
const shopUrl = process.env.APP_URL;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: `${t("name")} · ${t("tagline")}`, template: `%s · ${t("name")}` },
    description: t("description"),
    openGraph: { siteName: t("name"), type: "website" },
    // Without it Next gives the social picture an address at localhost.
    ...(shopUrl && { metadataBase: new URL(shopUrl) }),
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f6f3" },
    { media: "(prefers-color-scheme: dark)", color: "#0f111a" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme] = await Promise.all([getLocale(), chosenTheme()]);
  preload(coreFont, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  return (
    <html lang={locale} {...(theme !== "system" && { "data-theme": theme })}>
      <body>
        <NextIntlClientProvider messages={{}}>
          <PageMessages of={["problem", "shell", "ui"]}>
            <ApiProvider>
              <div className="app-root">
                <OfflineNotice />
                {children}
              </div>
              <Toaster />
            </ApiProvider>
          </PageMessages>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
