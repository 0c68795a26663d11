"use client";
import { useTranslations } from "next-intl";
import type { ManagedEvent, ManagedEventSession } from "#server/catalog/contract.ts";
import { ReasonedButton } from "../../organizer/reasoned-button.tsx";
import { useRefreshEvents } from "../../organizer/use-managed-event.ts";
import { useTRPCClient } from "../../trpc/client.ts";

interface AdmissionButtonProps {
  event: Pick<ManagedEvent, "title">;
  eventSession: ManagedEventSession;
}

/** Stops letting people out of the queue, or goes on. */
export function AdmissionButton({ event, eventSession }: AdmissionButtonProps) {
  const t = useTranslations("sales.act");
  const client = useTRPCClient();
  const refresh = useRefreshEvents();
  const { id, admission, updatedAt: readUpdatedAt } = eventSession;
  const step = admission === "PAUSED" ? "resume" : "pause";
  return (
    <ReasonedButton
      area="admin"
      look={step === "pause" ? "danger" : "primary"}
      label={t(step)}
      title={t(`${step}Title`, { name: event.title })}
      body={t(`${step}Body`)}
      done={t(`${step}Done`)}
      act={(reason) =>
        client.catalog.updateEventSession
          .mutate({ id, admission: step === "pause" ? "PAUSED" : "OPEN", reason, readUpdatedAt })
          .finally(refresh)
      }
    />
  );
}
