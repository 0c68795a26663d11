import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageSwitch } from "../preferences/language-switch.tsx";
import type { Theme } from "../preferences/theme.ts";
import { ThemeSwitch } from "../preferences/theme-switch.tsx";
import { classNames } from "../ui/class-names.ts";

/** What Korean law asks a shop to say of itself; what is not set is left out. */
export interface Business {
  name: string | undefined;
  representative: string | undefined;
  /** Ten digits, with dashes. */
  number: string | undefined;
  mailOrderNumber: string | undefined;
  address: string | undefined;
  phone: string | undefined;
  email: string | undefined;
  host: string | undefined;
}

interface SiteFooterProps {
  theme: Theme;
  business: Business;
  /** As wide as the operators' pages. */
  wide?: boolean;
}

export function SiteFooter({ theme, business, wide = false }: SiteFooterProps) {
  const t = useTranslations("shell");
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
            <FooterLink href="/terms">{t("terms")}</FooterLink>
            <FooterLink href="/privacy-policy">
              <strong className="font-extrabold text-ink">{t("privacyPolicy")}</strong>
            </FooterLink>
            <FooterLink href="/refund-policy">{t("refundPolicy")}</FooterLink>
            <FooterLink href="/api/docs">{t("apiDocs")}</FooterLink>
            <FooterLink href="/api/health">{t("health")}</FooterLink>
          </nav>
          <BusinessDetails business={business} />
        </div>
        <div className="flex flex-wrap gap-2">
          <ThemeSwitch drawn={theme} />
          <LanguageSwitch />
        </div>
      </div>
    </footer>
  );
}

/** The public page on which anyone finds a business by its number. */
const REGISTER = "https://www.ftc.go.kr/bizCommPop.do?wrkr_no=";
const DETAILS = [
  "name",
  "representative",
  "number",
  "mailOrderNumber",
  "address",
  "phone",
  "email",
  "host",
] as const satisfies readonly (keyof Business)[];

function BusinessDetails({ business }: { business: Business }) {
  const t = useTranslations("shell.business");
  const said = DETAILS.filter((name) => business[name] !== undefined);
  if (said.length === 0) return null;
  return (
    <dl className="flex max-w-3xl flex-wrap gap-x-4 gap-y-1 text-xs">
      {said.map((name) => (
        <div key={name} className="flex gap-1.5">
          <dt className="shrink-0">{t(name)}</dt>
          <dd className="min-w-0 break-words">
            {business[name]}
            {name === "number" && (
              <a
                href={`${REGISTER}${business.number?.replaceAll("-", "")}`}
                target="_blank"
                rel="noreferrer"
                className="ml-1.5 underline underline-offset-2"
              >
                {t("register")}
              </a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FooterLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-touch items-center px-3 font-semibold no-underline hover:text-ink hover:underline"
    >
      {children}
    </Link>
  );
}
