"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { RequireLogin } from "../../auth/require-login.tsx";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { PushOffer } from "../../push/push-offer.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { WAITLIST_REFRESH_MS } from "./refresh.ts";
import { WaitlistEntryCard } from "./waitlist-entry-card.tsx";

/** The waiting list of an event session: the person's place, or the way to one. */
export function SessionWaitlist({ eventSessionId }: { eventSessionId: EventSessionId }) {
  const format = useFormat();
  const sale = useSale(eventSessionId);
  if (!sale.data) return sale.error ? <ProblemAlert error={sale.error} /> : <PageSkeleton shape="facts" />;
  const { event, startsAt } = sale.data;
  return (
    <>
      <PageHeader
        title={<OriginalText text={event.title} />}
        lead={
          <>
            {format.date(startsAt)} · <OriginalText text={event.venue} />
          </>
        }
      />
      <RequireLogin>
        <Place eventSessionId={eventSessionId} sale={sale.data} />
      </RequireLogin>
    </>
  );
}

function useSale(eventSessionId: EventSessionId) {
  const trpc = useTRPC();
  return useQuery(
    trpc.catalog.getEventSession.queryOptions({ eventSessionId }, { refetchInterval: WAITLIST_REFRESH_MS }),
  );
}
type Sale = NonNullable<ReturnType<typeof useSale>["data"]>;

function Place({ eventSessionId: sessionId, sale }: { eventSessionId: EventSessionId; sale: Sale }) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(
    trpc.waitlist.ofSession.queryOptions(
      { sessionId },
      { staleTime: 0, refetchInterval: WAITLIST_REFRESH_MS },
    ),
  );
  if (data === undefined) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="facts" />;
  const isOpen = data?.status === "WAITING" || data?.status === "OFFERED";
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6">
      {data && <WaitlistEntryCard entry={data} onChange={refetch} />}
      {data?.status === "WAITING" && <PushOffer reason="waitlist" />}
      {!isOpen && <WayIn sessionId={sessionId} sale={sale} onJoin={refetch} />}
    </div>
  );
}

interface WayInProps {
  sessionId: EventSessionId;
  sale: Sale;
  onJoin: () => unknown;
}

/** The form that joins the list, or why there is none. */
function WayIn({ sessionId, sale, onJoin }: WayInProps) {
  const t = useTranslations("waitlist");
  const format = useFormat();
  const { status, release, event } = sale;
  if (status === "CLOSED")
    return (
      <EmptyState
        title={t("closed.title")}
        action={<LinkButton href={`/events/${event.id}`}>{t("closed.action")}</LinkButton>}
      >
        {t("closed.body")}
      </EmptyState>
    );
  if (status !== "SOLDOUT")
    return (
      <EmptyState
        title={t("open.title")}
        action={<LinkButton href={`/sessions/${sessionId}/queue`}>{t("open.action")}</LinkButton>}
      >
        {t("open.body")}
      </EmptyState>
    );
  const [next] = release.times;
  if (release.policy !== "WAITLIST")
    return (
      <EmptyState
        title={t("none.title")}
        action={<LinkButton href={`/events/${event.id}`}>{t("closed.action")}</LinkButton>}
      >
        {next ? t("none.scheduled", { at: format.date(next) }) : t("none.body")}
      </EmptyState>
    );
  return <JoinForm sessionId={sessionId} sale={sale} onJoin={onJoin} />;
}

function JoinForm({ sessionId, sale: { maxPerUser, release }, onJoin }: WayInProps) {
  const t = useTranslations("waitlist.join");
  const trpc = useTRPC();
  const [quantity, setQuantity] = useState(1);
  const join = useMutation(trpc.waitlist.join.mutationOptions({ onSuccess: onJoin }));
  const { offerMinutes } = release;
  return (
    <Card aria-labelledby="join-waitlist" className="grid gap-5">
      <div className="grid gap-1">
        <h2 id="join-waitlist" className="font-bold text-xl">
          {t("title")}
        </h2>
        <p className="text-muted">{t("body")}</p>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="grid gap-0.5">
          <p className="font-bold text-lg">{t("quantity")}</p>
          <p className="text-muted text-sm">{t("hint", { max: maxPerUser })}</p>
        </div>
        <NumberStepper
          label={t("quantity")}
          value={quantity}
          onChange={setQuantity}
          min={1}
          max={maxPerUser}
        />
      </div>
      <ProblemAlert error={join.error} />
      <Button size="large" wide pending={join.isPending} onClick={() => join.mutate({ sessionId, quantity })}>
        {t("action")}
      </Button>
      <p className="text-muted text-sm">
        {t("offer", { hours: Math.floor(offerMinutes / 60), minutes: offerMinutes })}
      </p>
    </Card>
  );
}
