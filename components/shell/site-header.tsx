import Link from "next/link";
import { useTranslations } from "next-intl";
import { Bell } from "../notifications/bell.tsx";
import { AdminLink } from "../operator/shell/admin-link.tsx";
import { Account } from "./account.tsx";
import { Logo } from "./logo.tsx";
import { NavLink } from "./nav-link.tsx";

export function SiteHeader() {
  const t = useTranslations("shell");
  return (
    <header className="border-line border-b bg-surface print:hidden">
      <div className="mx-auto flex h-16 max-w-6xl items-center gap-2 px-4 sm:gap-6 sm:px-6">
        <Link href="/" className="flex min-h-touch shrink-0 items-center gap-2.5 text-ink no-underline">
          <Logo />
          <span className="font-extrabold text-[1.375rem] tracking-[-0.04em]">{t("name")}</span>
        </Link>
        <nav aria-label={t("mainNavigation")} className="hidden md:flex">
          <NavLink href="/" place="bar">
            {t("events")}
          </NavLink>
          <NavLink href="/me/tickets" place="bar">
            {t("myTickets")}
          </NavLink>
          <NavLink href="/me/orders" place="bar">
            {t("myOrders")}
          </NavLink>
        </nav>
        <div className="ml-auto flex min-w-0 items-center gap-1">
          <AdminLink />
          <Bell />
          <Account />
        </div>
      </div>
    </header>
  );
}
