"use client";
import { useTranslations } from "next-intl";
import type { QueueStanding } from "#server/queue/contract.ts";
import { Alert } from "../../ui/alert.tsx";

interface StandstillProps {
  standing: QueueStanding;
  /** For admitted people, whose time to buy keeps running. */
  inside?: boolean;
}

/** Says why the queue is not moving and what that means for the person; empty while it moves or is over. */
export function Standstill({ standing, inside = false }: StandstillProps) {
  const t = useTranslations("queue.standstill");
  switch (standing) {
    case "ADMISSION_PAUSED":
      // Those who are in buy as before.
      return inside ? null : (
        <Alert tone="warning" title={t(`${standing}.title`)} announce>
          {t(`${standing}.body`)}
        </Alert>
      );
    case "WAITING_FOR_HOLDS":
    case "PAUSED":
    case "NOT_OPEN":
      return (
        <Alert tone="warning" title={t(`${standing}.title`)} announce>
          {t(inside ? `${standing}.inside` : `${standing}.body`)}
        </Alert>
      );
    case "MOVING":
    case "SOLD_OUT":
    case "CLOSED":
    case "WITHDRAWN":
    case "CANCELLED":
      return null;
  }
}
