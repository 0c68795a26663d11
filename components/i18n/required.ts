import type { AlertKind } from "#server/alerts/contract.ts";
import type { alertErrors } from "#server/alerts/errors.ts";
import type { approvalErrors } from "#server/approvals/errors.ts";
import type { authErrors } from "#server/auth/errors.ts";
import type { loginSessionMachine, personMachine } from "#server/auth/machine.ts";
import type { catalogErrors } from "#server/catalog/errors.ts";
import type { checkoutErrors } from "#server/checkout/errors.ts";
import type { credentialErrors } from "#server/credentials/errors.ts";
import type { doorErrors } from "#server/doors/errors.ts";
import type { guestErrors } from "#server/guests/errors.ts";
import type { RecordedName } from "#server/health/contract.ts";
import type { healthMachine } from "#server/health/machine.ts";
import type { CheckName } from "#server/health/values.ts";
import type { holdErrors } from "#server/holds/errors.ts";
import type { holdMachine } from "#server/holds/machine.ts";
import type { integrationErrors } from "#server/integration/errors.ts";
import type { integrationSessionMachine } from "#server/integration/machine.ts";
import type { Department, NotificationKind } from "#server/notifications/contract.ts";
import type { notificationErrors } from "#server/notifications/errors.ts";
import type { orderMachine } from "#server/orders/machine.ts";
import type { RefundReason } from "#server/payments/contract.ts";
import type { paymentErrors } from "#server/payments/errors.ts";
import type { paymentMachine, refundMachine } from "#server/payments/machine.ts";
import type { platformErrors } from "#server/platform/operation/errors.ts";
import type { posterErrors } from "#server/posters/errors.ts";
import type { privacyErrors } from "#server/privacy/errors.ts";
import type { pushErrors } from "#server/push/errors.ts";
import type { queueErrors } from "#server/queue/errors.ts";
import type { seatMapErrors } from "#server/seat-maps/errors.ts";
import type { seatErrors } from "#server/seats/errors.ts";
import type { inventoryMachine } from "#server/seats/machine.ts";
import type { shippingErrors } from "#server/shipping/errors.ts";
import type { shippingMachine } from "#server/shipping/machine.ts";
import type { ticketErrors } from "#server/tickets/errors.ts";
import type { transferErrors } from "#server/transfers/errors.ts";
import type { DestinationName } from "#server/transmissions/contract.ts";
import type { transmissionErrors } from "#server/transmissions/errors.ts";
import type { transmissionMachine } from "#server/transmissions/machine.ts";
import type { waitlistErrors } from "#server/waitlist/errors.ts";
import type { waitlistEntryMachine } from "#server/waitlist/machine.ts";
import type { walletErrors } from "#server/wallets/errors.ts";

/** Every machine whose states people see. */
type Machine =
  | typeof orderMachine
  | typeof paymentMachine
  | typeof refundMachine
  | typeof shippingMachine
  | typeof inventoryMachine
  | typeof holdMachine
  | typeof waitlistEntryMachine
  | typeof healthMachine
  | typeof loginSessionMachine
  | typeof personMachine
  | typeof integrationSessionMachine
  | typeof transmissionMachine;

/** Every reason a domain can refuse for. */
export type Reason =
  | keyof typeof platformErrors
  | keyof typeof alertErrors
  | keyof typeof authErrors
  | keyof typeof credentialErrors
  | keyof typeof catalogErrors
  | keyof typeof posterErrors
  | keyof typeof seatMapErrors
  | keyof typeof notificationErrors
  | keyof typeof queueErrors
  | keyof typeof holdErrors
  | keyof typeof integrationErrors
  | keyof typeof approvalErrors
  | keyof typeof checkoutErrors
  | keyof typeof paymentErrors
  | keyof typeof privacyErrors
  | keyof typeof seatErrors
  | keyof typeof shippingErrors
  | keyof typeof ticketErrors
  | keyof typeof doorErrors
  | keyof typeof guestErrors
  | keyof typeof pushErrors
  | keyof typeof transferErrors
  | keyof typeof transmissionErrors
  | keyof typeof waitlistErrors
  | keyof typeof walletErrors;

/** A machine's states must all be named: a new one fails to compile until both languages name it. */
export type StateNames = {
  readonly [M in Machine as M["name"]]: { readonly [State in M["states"][number]]: string };
};

/** Every refusal must be explained to a person, by reason. */
export type ErrorTexts = { readonly [Each in Reason]: string };

/** Every place that transmissions go to must be named. */
export type DestinationNames = { readonly [Each in DestinationName]: string };

/** Every reason for a refund needs a text, also the reasons of old refunds that are no longer given. */
export type RefundReasons = { readonly [Each in RefundReason | "other"]: string };

/** Every alert must say what is the matter. */
export type AlertTexts = { readonly [Each in AlertKind]: { readonly title: string; readonly body: string } };

type HeadOf<Kind> = Kind extends `${infer Head}.${string}` ? Head : never;
type TailOf<Kind, Head extends string> = Kind extends `${Head}.${infer Tail}` ? Tail : never;

/** Every kind of notification needs a text. */
export type NotificationTexts = {
  readonly [Head in HeadOf<NotificationKind>]: {
    readonly [Tail in TailOf<NotificationKind, Head>]: string;
  };
};

/** Every alert has a short name, for lists. */
export type AlertNames = { readonly [Each in AlertKind]: string };

export type DepartmentNames = { readonly [Each in Department]: string };

/** Every check of the health must be named and say what it means for buyers and what to do. */
export type HealthTexts = {
  readonly names: { readonly [Each in RecordedName]: string };
  readonly impact: { readonly [Each in CheckName]: string };
  readonly action: { readonly [Each in CheckName]: string };
};

/** The same keys with any text: what a translation must supply, no more and no less. */
export type Translated<T> = {
  readonly [Key in keyof T]: T[Key] extends string ? string : Translated<T[Key]>;
};
