import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { localeCookie, locales } from "../i18n/locale.ts";
import { PreferenceSwitch } from "../preferences/preference-switch.tsx";
import { type Theme, themeCookie, themes } from "../preferences/theme.ts";
import { classNames } from "../ui/class-names.ts";

interface SiteFooterProps {
  theme: Theme;
  /** As wide as the operators' pages. */
  wide?: boolean;
}

export function SiteFooter({ theme, wide = false }: SiteFooterProps) {
  const t = useTranslations("shell");
  const locale = useLocale();
  return (
    <footer className="mt-auto border-line border-t print:hidden">
      <div
        className={classNames(
          "mx-auto grid gap-6 px-4 py-8 sm:px-6 md:grid-cols-[1fr_auto] md:items-end",
          wide ? "max-w-[90rem]" : "max-w-6xl",
        )}
      >
        <div className="grid gap-3 text-muted text-sm">
          <p className="max-w-xl">
            {t("footerNote")} {t("timeZoneNote")}
          </p>
          <nav aria-label={t("footerNavigation")} className="-mx-3 flex flex-wrap">
            <FooterLink href="/api/docs">{t("apiDocs")}</FooterLink>
            <FooterLink href="/api/health">{t("health")}</FooterLink>
          </nav>
        </div>
        <div className="flex flex-wrap gap-2">
          <PreferenceSwitch
            legend={t("theme")}
            cookie={themeCookie}
            current={theme}
            options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
          />
          <PreferenceSwitch
            legend={t("language")}
            cookie={localeCookie}
            current={locale}
            options={locales.map((value) => ({ value, label: t(`languages.${value}`), lang: value }))}
          />
        </div>
      </div>
    </footer>
  );
}

function FooterLink({ href, children }: { href: string; children: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-touch items-center px-3 font-semibold no-underline hover:text-ink hover:underline"
    >
      {children}
    </Link>
  );
}
