import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Shell } from "../../light/record.ts";
import { Bell } from "../../notifications/bell.tsx";
import { Account } from "../../shell/account.tsx";
import { Logo } from "../../shell/logo.tsx";
import { SiteFooter } from "../../shell/site-footer.tsx";
import { SkipLink } from "../../shell/skip-link.tsx";
import { DrawnFor } from "../../trpc/drawn.tsx";
import { FindButton } from "../find/find-button.tsx";
import { AdminNav } from "./admin-nav.tsx";

/** Header, navigation, page and footer of the operators' pages; wider than the shop, because they show tables. */
export function AdminShell({ theme, business, drawn, children }: Shell & { children: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <DrawnFor drawn={drawn}>
      <div className="flex min-h-dvh flex-col">
        <SkipLink />
        <header className="border-line border-b bg-surface print:hidden">
          <div className="mx-auto max-w-[90rem] px-4 sm:px-6">
            <div className="flex h-16 items-center gap-3">
              <Link href="/" className="flex min-h-touch shrink-0 items-center gap-2.5 text-ink no-underline">
                <Logo />
                <span className="font-extrabold text-[1.375rem] tracking-[-0.04em] max-sm:sr-only">
                  {t("name")}
                </span>
              </Link>
              <span className="shrink-0 border-line-strong border-l pl-3 font-semibold text-muted">
                {t("operations")}
              </span>
              <div className="ml-auto flex min-w-0 items-center gap-1">
                <FindButton />
                <Bell />
                <Account />
              </div>
            </div>
          </div>
        </header>
        <div className="mx-auto grid w-full max-w-[90rem] content-start gap-x-8 gap-y-6 px-4 py-6 sm:px-6 lg:grid-cols-[12rem_minmax(0,1fr)]">
          <AdminNav />
          <main
            id="content"
            tabIndex={-1}
            className="grid min-h-dvh min-w-0 content-start gap-8 outline-none"
          >
            {children}
          </main>
        </div>
        <SiteFooter theme={theme} business={business} wide />
      </div>
    </DrawnFor>
  );
}
