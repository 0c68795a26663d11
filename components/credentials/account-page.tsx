"use client";
import { useQuery } from "@tanstack/react-query";
import { Bell, ChevronRight, Database, type LucideIcon, MonitorSmartphone } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { behindLogin } from "../auth/require-login.tsx";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import type { Theme } from "../preferences/theme.ts";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC } from "../trpc/client.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { EmailCard } from "./email-card.tsx";
import { PasskeysCard } from "./passkeys-card.tsx";
import { PasswordCard } from "./password-card.tsx";
import { PreferencesCard } from "./preferences-card.tsx";
import { SecondFactorCard } from "./second-factor-card.tsx";

const PLACES = [
  { name: "devices", href: "/me/devices", Icon: MonitorSmartphone },
  { name: "notices", href: "/me/notifications", Icon: Bell },
  { name: "data", href: "/me/privacy", Icon: Database },
] as const satisfies readonly { name: string; href: string; Icon: LucideIcon }[];

/** Everything about one's own account, or the way to it. */
export const AccountPage = behindLogin(Account, { shape: "cards" });

function Account({ theme }: { theme: Theme }) {
  const t = useTranslations("credentials");
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.credentials.mine.queryOptions({}, { staleTime: 0 }));
  if (!data) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="cards" />;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid max-w-3xl gap-6">
        <EmailCard credentials={data} />
        <PasswordCard />
        <SecondFactorCard />
        <PasskeysCard />
        <PreferencesCard theme={theme} mailLanguage={data.language} />
        <Places />
      </div>
    </>
  );
}

function Places() {
  const t = useTranslations("credentials.places");
  return (
    <nav aria-label={t("title")} className="overflow-hidden rounded-lg border border-line bg-surface">
      <ul>
        {PLACES.map(({ name, href, Icon }) => (
          <li key={name} className="border-line border-b last:border-b-0">
            <Link href={href} className="flex items-center gap-4 p-5 text-ink no-underline hover:bg-sunken">
              <Icon className="size-5 text-muted" aria-hidden="true" />
              <span className="grid min-w-0 flex-1">
                <span className="font-bold">{t(name)}</span>
                <span className="text-muted text-sm">{t(`${name}Body`)}</span>
              </span>
              <ChevronRight className="size-5 text-muted" aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
