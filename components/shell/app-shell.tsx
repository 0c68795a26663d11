import type { ReactNode } from "react";
import { PurchaseBars } from "../buyer/checkout/purchase-bars.tsx";
import type { Shell } from "../light/record.ts";
import { DrawnFor } from "../trpc/drawn.tsx";
import { Dock } from "./dock.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";
import { SkipLink } from "./skip-link.tsx";

/** Header, page and footer of everything a buyer or seller sees. */
export function AppShell({ theme, business, drawn, children }: Shell & { children: ReactNode }) {
  return (
    <DrawnFor drawn={drawn}>
      <div className="flex min-h-dvh flex-col">
        <SkipLink />
        <SiteHeader />
        {/* As tall as the screen, so that the footer is below it and nothing in sight moves when content comes. */}
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto grid min-h-dvh w-full max-w-6xl content-start gap-8 px-4 py-8 outline-none sm:px-6 sm:py-12 print:p-0"
        >
          <PurchaseBars />
          {children}
        </main>
        <SiteFooter theme={theme} business={business} />
        <Dock />
      </div>
    </DrawnFor>
  );
}
