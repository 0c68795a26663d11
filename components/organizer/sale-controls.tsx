"use client";
import { useTranslations } from "next-intl";
import type { ManagedEvent, ManagedEventSession } from "#server/catalog/contract.ts";
import { useFormat } from "../i18n/format.ts";
import { useTRPCClient } from "../trpc/client.ts";
import type { Area } from "./area.ts";
import { ReasonedButton } from "./reasoned-button.tsx";
import { useRefreshEvents } from "./use-managed-event.ts";

interface SaleControlsProps {
  area: Area;
  event: Pick<ManagedEvent, "title">;
  eventSession: ManagedEventSession;
}

/** Stops the sale of an event session, opens it again or before its time, or cancels the event session. */
export function SaleControls(props: SaleControlsProps) {
  const { status, control } = props.eventSession;
  return (
    <>
      {control === "CLOSED" && <SaleButton {...props} step="reopen" />}
      {status === "SCHEDULED" && <SaleButton {...props} step="openNow" />}
      {status !== "CLOSED" && <SaleButton {...props} step="close" />}
      <CancelSessionButton {...props} />
    </>
  );
}

const CONTROL_AFTER = { reopen: "SCHEDULED", openNow: "OPEN", close: "CLOSED" } as const;
const LOOKS = { reopen: "primary", openNow: "secondary", close: "danger" } as const;

function SaleButton({
  area,
  event,
  eventSession,
  step,
}: SaleControlsProps & { step: keyof typeof CONTROL_AFTER }) {
  const t = useTranslations("organizer.act");
  const format = useFormat();
  const client = useTRPCClient();
  const refresh = useRefreshEvents();
  const { id, startsAt, updatedAt: readUpdatedAt } = eventSession;
  const status = CONTROL_AFTER[step];
  return (
    <ReasonedButton
      area={area}
      look={LOOKS[step]}
      label={t(step)}
      title={t(`${step}Title`, { name: event.title, at: format.date(startsAt) })}
      body={t(`${step}Body`)}
      done={t(`${step}Done`)}
      {...(step === "close" && { approval: { kind: "close_sale", id } })}
      act={(reason) =>
        client.catalog.updateEventSession.mutate({ id, status, reason, readUpdatedAt }).finally(refresh)
      }
    />
  );
}

function CancelSessionButton({ area, event, eventSession: { id, startsAt } }: SaleControlsProps) {
  const t = useTranslations("organizer.act");
  const format = useFormat();
  const client = useTRPCClient();
  const refresh = useRefreshEvents();
  return (
    <ReasonedButton
      area={area}
      look="danger"
      label={t("cancelSession")}
      title={t("cancelSessionTitle", { name: event.title, at: format.date(startsAt) })}
      body={t("cancelSessionBody")}
      done={t("cancelSessionDone")}
      approval={{ kind: "cancel_session", id }}
      isReasonTold
      act={(reason = "") => client.cancellations.cancelEventSession.mutate({ id, reason }).finally(refresh)}
    />
  );
}
