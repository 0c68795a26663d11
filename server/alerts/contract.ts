import { z } from "zod";
import { type Id, idOf } from "../platform/values/ids.ts";
import { instantOut, noteText } from "../platform/values/text.ts";
import { ALERT_KINDS } from "./values.ts";

/** What raises an alert (docs/spec/operations.md#alerts). */
export const AlertKind = z.enum(ALERT_KINDS);
export type AlertKind = z.output<typeof AlertKind>;

const alertId = idOf("alert");
export const EndAlert = z.strictObject({ id: alertId });

const operatorId = idOf("user");
export const AcknowledgeAlert = z.strictObject({
  id: alertId,
  /** Who looks after it; the caller where none is named. */
  ownerId: operatorId.optional(),
  note: noteText.optional(),
});

/** An operator who can look after an alert. */
export const Operator = z.object({ id: operatorId, email: z.string() });

/** That an alert began to fire, or ended. */
export interface AlertChange {
  readonly alertId: Id<"alert">;
  readonly kind: AlertKind;
  readonly subject: string;
  readonly change: "firing" | "resolved";
  /** Whether the staff's webhook was told of it directly, and is told of its end so. */
  readonly isOnWebhook: boolean;
}

/** What the detail of an alert has where the staff's webhook was told of it directly. */
export const TOLD_ON_WEBHOOK = "toldOnWebhook";

/** Something an operator must know. */
export interface AlertToRaise {
  readonly kind: AlertKind;
  /** What it is about; one alert of a kind and subject fires at a time. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export const Alert = z.object({
  id: alertId,
  kind: AlertKind,
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
  /** How often it was raised while it fired. */
  count: z.int(),
  firstAt: instantOut,
  lastAt: instantOut,
  resolvedAt: instantOut.nullable(),
  /** That an operator looks after it; null where none has said so. It fires on until its cause is gone. */
  acknowledged: z
    .object({
      at: instantOut,
      /** The e-mail of who said so. */
      by: z.string(),
      owner: Operator,
      note: z.string().nullable(),
    })
    .nullable(),
});
export type Alert = z.output<typeof Alert>;
