"use client";
import { useTranslations } from "next-intl";
import type { QueueStanding } from "#server/queue/contract.ts";
import { Alert } from "../../ui/alert.tsx";

interface StandstillProps {
  standing: QueueStanding;
  /** For those who were let in: they have no place to keep any more, but a time to buy that runs on. */
  inside?: boolean;
}

/** Why nobody gets tickets just now, and what becomes of the reader; nothing while the queue moves or is over. */
export function Standstill({ standing, inside = false }: StandstillProps) {
  const t = useTranslations("queue.standstill");
  switch (standing) {
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
      return null;
  }
}
