import type { Alert } from "#server/alerts/contract.ts";
import { DestinationName, TransmissionInput } from "#server/transmissions/contract.ts";
import { hrefOf } from "../transmissions/filter.ts";

interface AlertLink {
  /** Under `alert` in the catalogue. */
  readonly label: "dead" | "destination" | "latest" | "refunds";
  readonly href: string;
}

/** The pages about what an alert is about; none where there is no such page. */
export function linksOf({ kind, subject, detail }: Alert): AlertLink[] {
  if (kind === "refund_refused") return [{ label: "refunds", href: "/admin/refunds" }];
  const destination = DestinationName.safeParse(subject).data;
  if (destination === undefined) return [];
  if (kind !== "transmission_dead") return [{ label: "destination", href: hrefOf({ destination }) }];
  const latest = TransmissionInput.safeParse({ id: detail.latest }).data;
  return [
    { label: "dead", href: hrefOf({ destination, status: "DEAD" }) },
    ...(latest ? [{ label: "latest" as const, href: `/admin/transmissions/${latest.id}` }] : []),
  ];
}
