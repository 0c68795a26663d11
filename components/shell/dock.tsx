import { CalendarDays, ReceiptText, Ticket } from "lucide-react";
import { useTranslations } from "next-intl";
import { NavLink } from "./nav-link.tsx";

/** The phone's bottom bar: the three places a buyer goes to, within the thumb's reach. */
export function Dock() {
  const t = useTranslations("shell");
  return (
    <nav
      aria-label={t("mainNavigation")}
      className="sticky bottom-0 z-20 grid grid-cols-3 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <NavLink href="/" place="dock" icon={<CalendarDays aria-hidden="true" />}>
        {t("events")}
      </NavLink>
      <NavLink href="/me/tickets" place="dock" icon={<Ticket aria-hidden="true" />}>
        {t("myTickets")}
      </NavLink>
      <NavLink href="/me/orders" place="dock" icon={<ReceiptText aria-hidden="true" />}>
        {t("myOrders")}
      </NavLink>
    </nav>
  );
}
