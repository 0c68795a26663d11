"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { EventId, EventSessionId } from "#server/catalog/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { toast } from "../../ui/toast.ts";
import { type Area, hrefsOf } from "../area.ts";
import { DoorConflicts } from "./door-conflicts.tsx";
import { DoorLinks } from "./door-links.tsx";
import { NewDoorLink } from "./new-door-link.tsx";
import { type Doors, useRefreshDoors } from "./use-doors.ts";

const EVERY_MS = 3000;

interface DoorsPageProps {
  area: Area;
  eventId: EventId;
  eventSessionId: EventSessionId;
}

/** The doors of an event session for those who run it: counts, links, rules, and what went wrong. */
export function DoorsPage({ area, eventId, eventSessionId }: DoorsPageProps) {
  const t = useTranslations("doors");
  const format = useFormat();
  const trpc = useTRPC();
  const { data: doors, error } = useQuery(
    trpc.doors.overview.queryOptions({ eventSessionId }, { staleTime: 0, refetchInterval: EVERY_MS }),
  );
  if (!doors) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="list" />;
  const isOver = doors.cancelled || Date.parse(doors.endsAt) < Date.now();
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6">
      <PageHeader
        title={t("title")}
        lead={`${doors.eventTitle} · ${format.date(doors.startsAt)}`}
        actions={
          <>
            <LinkButton href={hrefsOf(area).guests(eventId, eventSessionId)} look="secondary">
              {t("guests")}
            </LinkButton>
            <LinkButton href={hrefsOf(area).event(eventId)} look="secondary">
              {t("back")}
            </LinkButton>
          </>
        }
      />
      <ProblemAlert error={error} />
      <Counts doors={doors} />
      <DoorConflicts conflicts={doors.conflicts} guestConflicts={doors.guestConflicts} />
      <Card className="grid gap-5">
        <h2 className="font-bold text-xl">{t("links.heading")}</h2>
        <p className="text-muted">{t("links.lead", { at: format.date(doors.endsAt) })}</p>
        {isOver ? (
          <p className="font-semibold">{t("links.over")}</p>
        ) : (
          <NewDoorLink eventSessionId={eventSessionId} />
        )}
        <DoorLinks links={doors.links} />
      </Card>
      <Rules doors={doors} area={area} eventId={eventId} eventSessionId={eventSessionId} />
    </div>
  );
}

function Counts({ doors: { counts, guests, rules } }: { doors: Doors }) {
  const t = useTranslations("doors");
  return (
    <Card>
      <p className="numerals font-extrabold text-4xl" data-testid="door-counts">
        {t("counts", { in: counts.entered, sold: counts.sold })}
      </p>
      <p className="text-muted">{rules.reentry ? t("inside", { count: counts.inside }) : t("countsHint")}</p>
      {guests.listed + guests.came > 0 && (
        <p className="numerals mt-2 font-bold" data-testid="guest-counts">
          {t("guestCounts", { in: guests.came, listed: guests.listed })}
        </p>
      )}
    </Card>
  );
}

function Rules({ doors, area, eventId, eventSessionId }: DoorsPageProps & { doors: Doors }) {
  const t = useTranslations("doors.rules");
  const trpc = useTRPC();
  const refresh = useRefreshDoors();
  const set = useMutation(
    trpc.doors.setRules.mutationOptions({ onSuccess: () => toast.success(t("saved")), onSettled: refresh }),
  );
  return (
    <Card className="grid gap-4">
      <h2 className="font-bold text-xl">{t("heading")}</h2>
      <Checkbox
        checked={set.isPending ? set.variables.reentry : doors.rules.reentry}
        onChange={(reentry) => set.mutate({ eventSessionId, reentry })}
      >
        {t("reentry")}
      </Checkbox>
      <p className="text-muted text-sm">{t("reentryHint")}</p>
      <ProblemAlert error={set.error} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>{t(`codes.${doors.rules.entryCodes}`)}</p>
        <LinkButton href={hrefsOf(area).editSession(eventId, eventSessionId)} look="secondary">
          {t("change")}
        </LinkButton>
      </div>
    </Card>
  );
}
