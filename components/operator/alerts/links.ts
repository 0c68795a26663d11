import type { Alert } from "#server/alerts/contract.ts";
import { DestinationName, TransmissionInput } from "#server/transmissions/contract.ts";
import { hrefOf } from "../transmissions/filter.ts";

interface AlertLink {
  /** Its key under `alert` in the messages. */
  readonly label: "dead" | "destination" | "health" | "latest" | "refunds";
  readonly href: string;
}

/** Links from an alert to the pages about its subject; some alerts have none. */
export function linksOf({ kind, subject, detail }: Alert): AlertLink[] {
  if (kind === "refund_refused") return [{ label: "refunds", href: "/admin/refunds" }];
  if (kind === "health_worse") return [{ label: "health", href: "/admin/health" }];
  const destination = DestinationName.safeParse(subject).data;
  if (destination === undefined) return [];
  if (kind !== "transmission_dead") return [{ label: "destination", href: hrefOf({ destination }) }];
  const latest = TransmissionInput.safeParse({ id: detail.latest }).data;
  return [
    { label: "dead", href: hrefOf({ destination, status: "DEAD" }) },
    ...(latest ? [{ label: "latest" as const, href: `/admin/transmissions/${latest.id}` }] : []),
  ];
}
