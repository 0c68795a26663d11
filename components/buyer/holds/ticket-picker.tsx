"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import type { QueueStanding } from "#server/queue/contract.ts";
import { RequireLogin } from "../../auth/require-login.tsx";
import { ActNotice } from "../../errors/act-notice.tsx";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { readRefusal } from "../../errors/refusal.ts";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { LinkButton } from "../../ui/button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { LevelBadge } from "../catalog/sale-badge.tsx";
import { leadsToQueue, saleEndingOf } from "../queue/ending.ts";
import { SaleOver } from "../queue/sale-over.tsx";
import { Standstill } from "../queue/standstill.tsx";
import { useMyPlace } from "../queue/use-my-place.ts";
import { ChooseOnMap } from "../seats/choose-on-map.tsx";
import { ChooseSeats } from "../seats/choose-seats.tsx";
import { AdmissionCountdown } from "./admission-countdown.tsx";
import type { ChoiceProps } from "./choice.ts";
import { ChooseQuantity } from "./choose-quantity.tsx";
import { useHold } from "./use-hold.ts";

const REFRESH_MS = 2000;

export function TicketPicker({ eventSessionId }: { eventSessionId: EventSessionId }) {
  return (
    <RequireLogin>
      <AdmittedOnly eventSessionId={eventSessionId} />
    </RequireLogin>
  );
}

/** For admitted people. A person with a hold is led to its checkout, and one who is not admitted to the queue. */
function AdmittedOnly({ eventSessionId }: { eventSessionId: EventSessionId }) {
  const router = useRouter();
  const trpc = useTRPC();
  const mine = useMyPlace(eventSessionId);
  const active = useQuery(trpc.holds.active.queryOptions({ sessionId: eventSessionId }, { staleTime: 0 }));
  const [over, setOver] = useState(false);
  const [held, setHeld] = useState(false);
  // Only answers since the page opened lead away from it: a kept one of an earlier visit may no longer be true.
  const known = active.isFetchedAfterMount && mine.isFetchedAfterMount;
  const holdId = known ? active.data?.holdId : undefined;
  const outside = known && active.data === null && !held && mine.isSuccess && (over || !mine.data?.allowed);
  useEffect(() => {
    if (holdId) router.replace(`/checkout/${holdId}`);
    else if (outside) router.replace(`/sessions/${eventSessionId}/queue`);
  }, [holdId, outside, router, eventSessionId]);
  const staysIn = held || (active.data === null && mine.data?.allowed === true && !over);
  if (!active.isSuccess || !mine.data || holdId || outside || !(known || staysIn)) {
    const error = active.error ?? mine.error;
    return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="facts" />;
  }
  return (
    <Picker
      eventSessionId={eventSessionId}
      place={mine.data}
      onHeld={() => setHeld(true)}
      onOver={() => setOver(true)}
    />
  );
}

/** The standings in which no ticket can be held; the page says of each why and what comes next. */
const NOTHING_TO_HOLD: ReadonlySet<QueueStanding> = new Set(["WAITING_FOR_HOLDS", "PAUSED", "NOT_OPEN"]);

/** The stock is read by itself, and may say before the queue does that others hold all that is left. */
const standingOf = (standing: QueueStanding | undefined, remaining: number): QueueStanding | undefined =>
  remaining === 0 && (standing === "MOVING" || standing === "ADMISSION_PAUSED")
    ? "WAITING_FOR_HOLDS"
    : standing;

interface PickerProps {
  eventSessionId: EventSessionId;
  place: { readonly queueToken: string; readonly expiresAt: string };
  onHeld: () => void;
  onOver: () => void;
}

function Picker({ eventSessionId, place, onHeld, onOver }: PickerProps) {
  const tQueue = useTranslations("queue");
  const format = useFormat();
  const trpc = useTRPC();
  const fresh = { refetchInterval: REFRESH_MS };
  const sale = useQuery(trpc.catalog.getEventSession.queryOptions({ eventSessionId }, fresh));
  const queue = useQuery(trpc.queue.serving.queryOptions({ sessionId: eventSessionId }, fresh));
  const hold = useHold(eventSessionId, onHeld);
  if (!sale.data) return sale.error ? <ProblemAlert error={sale.error} /> : <PageSkeleton shape="facts" />;

  const { event, startsAt, price, maxPerUser, remainingStock, level, seated, drawingVersion } = sale.data;
  // From here on the hold may be the result of this press, which leads to the checkout itself.
  const asked = hold.isPending || hold.isSuccess;
  const standing = (!asked && standingOf(queue.data?.standing, remainingStock)) || "MOVING";
  const ended = saleEndingOf(standing);
  if (ended) return <SaleOver how={ended} eventHref={`/events/${event.id}`} />;
  const queueIsWayBack = hold.isError && leadsToQueue(readRefusal(hold.error).reason);
  const choice: ChoiceProps = {
    ...{ eventSessionId, maxPerUser, hold, asked, closed: NOTHING_TO_HOLD.has(standing) },
    notice: (
      <ActNotice
        act={hold}
        action={
          queueIsWayBack && (
            <LinkButton href={`/sessions/${eventSessionId}/queue`}>{tQueue("rejoin")}</LinkButton>
          )
        }
      />
    ),
    onTake: (wish) => hold.mutate({ ...wish, queueToken: place.queueToken }),
  };
  return (
    <>
      <PageHeader
        title={<OriginalText text={event.title} />}
        lead={
          <>
            {format.date(startsAt)} · <OriginalText text={event.venue} />
          </>
        }
        actions={<LevelBadge level={level} />}
      />
      <AdmissionCountdown expiresAt={place.expiresAt} onOver={onOver} />
      <Standstill standing={standing} inside />
      {drawingVersion !== null && <ChooseOnMap {...choice} drawingVersion={drawingVersion} />}
      {seated && drawingVersion === null && <ChooseSeats {...choice} />}
      {!seated && <ChooseQuantity {...choice} priceKrw={price} remaining={remainingStock} />}
    </>
  );
}
