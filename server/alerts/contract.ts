import { z } from "zod";
import { idOf } from "../platform/ids.ts";
import { instantOut } from "../platform/text.ts";

/** What raises an alert (SPEC 5, 7, 9). */
export const AlertKind = z.enum([
  "wrong_amount",
  "payments_failing",
  "transmission_dead",
  "transmissions_late",
  "destination_paused",
  "job_missed",
]);
export type AlertKind = z.output<typeof AlertKind>;

/** Something an operator must know. */
export interface AlertToRaise {
  readonly kind: AlertKind;
  /** What it is about; one alert of a kind and subject fires at a time. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export const Alert = z.object({
  id: idOf("alert"),
  kind: AlertKind,
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
  /** How often it was raised while it fired. */
  count: z.int(),
  firstAt: instantOut,
  lastAt: instantOut,
  resolvedAt: instantOut.nullable(),
});
export type Alert = z.output<typeof Alert>;
