"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { behindLogin } from "../../auth/require-login.tsx";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PushOffer } from "../../push/push-offer.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { WAITLIST_REFRESH_MS } from "./refresh.ts";
import { WaitlistEntryCard } from "./waitlist-entry-card.tsx";

/** The caller's places on waiting lists, the newest first. */
export const MyWaitlist = behindLogin(MyEntries, { shape: "cards" });

function MyEntries() {
  const t = useTranslations("waitlist");
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(
    trpc.waitlist.mine.queryOptions({}, { staleTime: 0, refetchInterval: WAITLIST_REFRESH_MS }),
  );
  if (!data) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="cards" />;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {data.some(({ status }) => status === "WAITING") && <PushOffer reason="waitlist" />}
      {data.length === 0 ? (
        <EmptyState title={t("empty.title")} action={<LinkButton href="/">{t("browse")}</LinkButton>}>
          {t("empty.body")}
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {data.map((entry) => (
            <li key={entry.id}>
              <WaitlistEntryCard entry={entry} onChange={refetch} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
