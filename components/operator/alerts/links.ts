import type { Alert, AlertKind } from "#server/alerts/contract.ts";
import { isId } from "#server/platform/values/id-forms.ts";
import { DESTINATIONS } from "#server/transmissions/values.ts";
import { queryOf } from "../../table/address.ts";
import { hrefOf } from "../transmissions/filter.ts";

interface AlertLink {
  /** Its key under `alert` in the messages. */
  readonly label:
    | "dead"
    | "destination"
    | "failedOrders"
    | "health"
    | "latest"
    | "order"
    | "payments"
    | "refunds"
    | "sale"
    | "sales";
  readonly href: string;
}

const orderOf = ({ subject }: Alert): AlertLink[] => [
  { label: "order", href: `/admin/orders${queryOf({ search: subject })}` },
];
const health = (): AlertLink[] => [{ label: "health", href: "/admin/health" }];

/** Where an operator sees what an alert is about, and does something about it. */
const LINKS: Readonly<Record<AlertKind, (alert: Alert) => AlertLink[]>> = {
  wrong_amount: orderOf,
  payment_differs: orderOf,
  decision_contradicted: orderOf,
  provider_misconfigured: () => [{ label: "payments", href: "/admin/payments" }],
  refund_refused: () => [{ label: "refunds", href: "/admin/refunds" }],
  payments_failing: () => [{ label: "failedOrders", href: `/admin/orders${queryOf({ state: "failed" })}` }],
  holds_failing: () => [{ label: "sales", href: "/admin" }],
  admissions_collapsed: ({ subject }) => [{ label: "sale", href: `/admin/sales/${subject}` }],
  transmission_dead: (alert) => {
    const latest = String(alert.detail.latest);
    return [
      ...destinationOf(alert, "dead"),
      ...(isId("transmission", latest)
        ? [{ label: "latest" as const, href: `/admin/transmissions/${latest}` }]
        : []),
    ];
  },
  transmissions_late: (alert) => destinationOf(alert, "destination"),
  destination_paused: (alert) => destinationOf(alert, "destination"),
  job_server_away: health,
  job_app_unknown: health,
  job_driver_stalled: health,
  job_failing: health,
  job_missed: health,
  health_worse: health,
};

function destinationOf({ subject }: Alert, label: "dead" | "destination"): AlertLink[] {
  const destination = DESTINATIONS.find((name) => name === subject);
  if (destination === undefined) return [];
  return [{ label, href: hrefOf({ destination, ...(label === "dead" && { status: "DEAD" }) }) }];
}

/** Links from an alert to the pages about its subject. */
export const linksOf = (alert: Alert): AlertLink[] => LINKS[alert.kind](alert);
