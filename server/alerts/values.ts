/** What raises an alert (docs/spec/operations.md#alerts). */
export const ALERT_KINDS = [
  "wrong_amount",
  "payment_differs",
  "provider_misconfigured",
  "decision_contradicted",
  "refund_refused",
  "payments_failing",
  "holds_failing",
  "admissions_collapsed",
  "transmission_dead",
  "transmissions_late",
  "destination_paused",
  "job_server_away",
  "job_app_unknown",
  "job_driver_stalled",
  "job_failing",
  "job_missed",
  "health_worse",
] as const;
type AlertKind = (typeof ALERT_KINDS)[number];

/** Kinds that report a past event once; an operator ends them. Alerts of the other kinds end with their cause. */
const ENDED_BY_HAND: readonly AlertKind[] = ["wrong_amount", "payment_differs", "decision_contradicted"];
export const isEndedByHand = (kind: AlertKind): boolean => ENDED_BY_HAND.includes(kind);
