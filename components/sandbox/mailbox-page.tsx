"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { Mailbox } from "#server/sandbox/contract.ts";
import { behindLogin } from "../auth/require-login.tsx";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useFormat } from "../i18n/format.ts";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC, useTRPCClient } from "../trpc/client.ts";
import { everyPageKey } from "../trpc/every-page-key.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";

const REFRESH_MS = 3000;

/** What the shop has mailed: to the person, and for an operator to everyone. */
export const MailboxPage = behindLogin(Mails, { shape: "list" });

function Mails() {
  const t = useTranslations("mailbox");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const box = useInfiniteQuery({
    queryKey: everyPageKey(trpc.sandbox.mailbox),
    queryFn: ({ pageParam: cursor, signal }) => client.sandbox.mailbox.query({ cursor }, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: REFRESH_MS,
  });
  if (!box.data) return box.error ? <ProblemAlert error={box.error} /> : <PageSkeleton shape="list" />;
  const mails = box.data.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageHeader title={t("title")} lead={t(box.data.pages[0]?.isSent ? "sentLead" : "keptLead")} />
      <ProblemAlert error={box.error} />
      {mails.length === 0 ? (
        <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
      ) : (
        <ul className="grid gap-4">
          {mails.map((mail) => (
            <MailCard key={mail.seq} mail={mail} />
          ))}
        </ul>
      )}
      {box.hasNextPage && (
        <Button
          look="secondary"
          className="justify-self-center"
          pending={box.isFetchingNextPage}
          onClick={() => void box.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </>
  );
}

function MailCard({ mail }: { mail: z.output<typeof Mailbox>["items"][number] }) {
  const t = useTranslations("mailbox");
  const format = useFormat();
  const { to, subject, delivered, createdAt, calendar } = mail;
  return (
    <li>
      <Card className="grid gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="font-bold text-lg">{subject}</h2>
          {!delivered && <Badge tone="warning">{t("waiting")}</Badge>}
        </div>
        <p className="numerals break-all text-muted text-sm">
          {t("to", { address: to })} · {format.date(createdAt, "exact")}
        </p>
        <MailParts mail={mail} />
        {calendar && (
          <a
            href={`data:text/calendar;charset=utf-8,${encodeURIComponent(calendar)}`}
            download="seonchak.ics"
            className="inline-flex min-h-touch items-center justify-self-start font-bold text-primary underline underline-offset-4"
          >
            {t("calendar")}
          </a>
        )}
      </Card>
    </li>
  );
}

/** The text part, and the HTML part as the reader sees it: without scripts, and its links open beside the page. */
function MailParts({ mail: { subject, text, html } }: { mail: z.output<typeof Mailbox>["items"][number] }) {
  const t = useTranslations("mailbox");
  return (
    <>
      <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>
      <details>
        <summary className="min-h-touch cursor-pointer content-center font-bold">{t("asRead")}</summary>
        <iframe
          title={t("htmlOf", { subject })}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={html.replace("<head>", '<head><base target="_blank">')}
          className="h-[36rem] w-full rounded-lg border border-line bg-white"
        />
      </details>
    </>
  );
}
