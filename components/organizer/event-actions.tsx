"use client";
import { useTranslations } from "next-intl";
import type { ManagedEvent, ManagedEventSession } from "#server/catalog/contract.ts";
import { serverNow } from "../clock/offset.ts";
import { useTRPCClient } from "../trpc/client.ts";
import { LinkButton } from "../ui/button.tsx";
import { type Area, hrefsOf } from "./area.ts";
import { ReasonedButton } from "./reasoned-button.tsx";
import { useRefreshEvents } from "./use-managed-event.ts";

interface EventActionsProps {
  area: Area;
  event: ManagedEvent;
}

/** What can be done to an event. */
export function EventActions({ area, event }: EventActionsProps) {
  const t = useTranslations("organizer.act");
  const { id, status } = event;
  const hrefs = hrefsOf(area);
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton href={hrefs.editEvent(id)} look="secondary">
        {t("edit")}
      </LinkButton>
      {status !== "PUBLISHED" && <StatusButton area={area} event={event} step="publish" />}
      {status === "PUBLISHED" && (
        <LinkButton href={`/events/${id}`} look="secondary">
          {t("shop")}
        </LinkButton>
      )}
      <LinkButton href={hrefs.preview(id)} look="secondary">
        {t("preview")}
      </LinkButton>
      <LinkButton href={hrefs.duplicate(id)} look="secondary">
        {t("duplicate")}
      </LinkButton>
      {status === "PUBLISHED" && <StatusButton area={area} event={event} step="archive" />}
      {status !== "DRAFT" && <StatusButton area={area} event={event} step="draft" />}
      {status !== "DRAFT" && event.eventSessions.some(isToCome) && (
        <CancelEventButton area={area} event={event} />
      )}
    </div>
  );
}

const isToCome = ({ cancellation, startsAt }: ManagedEventSession): boolean =>
  cancellation === null && Date.parse(startsAt) > serverNow();

const STATUS_AFTER = { publish: "PUBLISHED", archive: "ARCHIVED", draft: "DRAFT" } as const;

const APPROVALS = { archive: "archive_event", draft: "withdraw_event" } as const;

/** Moves the event to another status. */
function StatusButton({ area, event, step }: EventActionsProps & { step: keyof typeof STATUS_AFTER }) {
  const t = useTranslations("organizer.act");
  const client = useTRPCClient();
  const refresh = useRefreshEvents();
  const { id: eventId, title: name, updatedAt: readUpdatedAt } = event;
  const status = STATUS_AFTER[step];
  return (
    <ReasonedButton
      area={area}
      look={step === "publish" ? "primary" : "secondary"}
      label={t(step)}
      title={t(`${step}Title`, { name })}
      body={t(`${step}Body`)}
      done={t(`${step}Done`)}
      {...(step !== "publish" && { approval: { kind: APPROVALS[step], id: eventId } })}
      act={(reason) =>
        client.catalog.updateEvent.mutate({ eventId, status, reason, readUpdatedAt }).finally(refresh)
      }
    />
  );
}

function CancelEventButton({ area, event: { id: eventId, title: name } }: EventActionsProps) {
  const t = useTranslations("organizer.act");
  const client = useTRPCClient();
  const refresh = useRefreshEvents();
  return (
    <ReasonedButton
      area={area}
      look="danger"
      label={t("cancel")}
      title={t("cancelTitle", { name })}
      body={t("cancelBody")}
      done={t("cancelDone")}
      approval={{ kind: "cancel_event", id: eventId }}
      isReasonTold
      act={(reason = "") => client.cancellations.cancelEvent.mutate({ eventId, reason }).finally(refresh)}
    />
  );
}
