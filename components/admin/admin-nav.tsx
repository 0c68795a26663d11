import { useTranslations } from "next-intl";
import { NavLink } from "../shell/nav-link.tsx";

export function AdminNav() {
  const t = useTranslations("admin");
  return (
    <nav aria-label={t("navigation")} className="-mt-4 flex flex-wrap gap-x-1 border-line border-b">
      <NavLink href="/admin/transmissions" place="bar">
        {t("transmissions")}
      </NavLink>
      <NavLink href="/admin/alerts" place="bar">
        {t("alerts")}
      </NavLink>
      <NavLink href="/sandbox/data-platform" place="bar">
        {t("receiver")}
      </NavLink>
    </nav>
  );
}
