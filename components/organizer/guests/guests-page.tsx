"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { EventId, EventSessionId } from "#server/catalog/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { type Area, hrefsOf } from "../area.ts";
import { AddGuest } from "./add-guest.tsx";
import { GuestList } from "./guest-list.tsx";
import { ImportGuests } from "./import-guests.tsx";

const EVERY_MS = 5000;

interface GuestsPageProps {
  area: Area;
  eventId: EventId;
  eventSessionId: EventSessionId;
}

/** The guest list of an event session for those who run it: who is invited, and who came. */
export function GuestsPage({ area, eventId, eventSessionId }: GuestsPageProps) {
  const t = useTranslations("guestList");
  const format = useFormat();
  const trpc = useTRPC();
  const { data, error } = useQuery(
    trpc.guests.list.queryOptions({ eventSessionId }, { staleTime: 0, refetchInterval: EVERY_MS }),
  );
  if (!data) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="list" />;
  const { counts, guests } = data;
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6">
      <PageHeader
        title={t("title")}
        lead={`${data.eventTitle} · ${format.date(data.startsAt)}`}
        actions={
          <LinkButton href={hrefsOf(area).doors(eventId, eventSessionId)} look="secondary">
            {t("back")}
          </LinkButton>
        }
      />
      <ProblemAlert error={error} />
      <Card>
        <p className="numerals font-extrabold text-4xl" data-testid="guest-counts">
          {t("counts", { in: counts.came, listed: counts.listed })}
        </p>
        <p className="text-muted">{t("countsHint")}</p>
      </Card>
      <Card className="grid gap-5">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 className="font-bold text-xl">{t("add.heading")}</h2>
          <ImportGuests eventSessionId={eventSessionId} />
        </div>
        <AddGuest eventSessionId={eventSessionId} />
        <p className="text-muted text-sm">{t("kept", { at: format.date(data.namesErasedAt) })}</p>
      </Card>
      <GuestList guests={guests} />
    </div>
  );
}
