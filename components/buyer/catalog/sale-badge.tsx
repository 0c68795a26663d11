import { useTranslations } from "next-intl";
import type { EventSessionView } from "#server/catalog/contract.ts";
import type { InventoryLevel, SaleStatus } from "#server/catalog/values.ts";
import { Badge } from "../../ui/badge.tsx";
import type { Tone } from "../../ui/tone.ts";

const saleTones: Record<SaleStatus, Tone> = {
  SCHEDULED: "info",
  OPEN: "success",
  SOLDOUT: "neutral",
  CLOSED: "neutral",
};

/** Whether an event session is on sale. Not a machine's state: it follows from stock and time. */
export function SaleBadge({ status }: { status: SaleStatus }) {
  const t = useTranslations("catalog.sale");
  return <Badge tone={saleTones[status]}>{t(status)}</Badge>;
}

/** The badge for sales that an operator has paused. */
export function PausedBadge() {
  const t = useTranslations("catalog.sale");
  return <Badge tone="warning">{t("PAUSED")}</Badge>;
}

/** The badge of an event session: cancelled, paused, or how its sale stands. */
export function SessionBadge({
  eventSession: { closedBecause, status },
}: {
  eventSession: Pick<EventSessionView, "closedBecause" | "status">;
}) {
  const t = useTranslations("catalog.sale");
  if (closedBecause === "CANCELLED") return <Badge tone="danger">{t("CANCELLED")}</Badge>;
  return closedBecause === "PAUSED" ? <PausedBadge /> : <SaleBadge status={status} />;
}

const levelTones: Record<InventoryLevel, Tone> = {
  HIGH: "success",
  MID: "warning",
  LOW: "danger",
  SOLDOUT: "neutral",
};

/** How much is left, as a word and a colour. */
export function LevelBadge({ level }: { level: InventoryLevel }) {
  const t = useTranslations("catalog.level");
  return <Badge tone={levelTones[level]}>{t(level)}</Badge>;
}
