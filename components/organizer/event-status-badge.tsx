import { useTranslations } from "next-intl";
import type { EventView } from "#server/catalog/contract.ts";
import { Badge } from "../ui/badge.tsx";
import type { Tone } from "../ui/tone.ts";

const tones: Record<EventView["status"], Tone> = {
  DRAFT: "neutral",
  PUBLISHED: "success",
  ARCHIVED: "warning",
};

/** Whether an event is shown to buyers. */
export function EventStatusBadge({ status }: Pick<EventView, "status">) {
  const t = useTranslations("organizer.status");
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
