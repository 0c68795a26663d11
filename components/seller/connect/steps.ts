import type { SessionView } from "#server/integration/contract.ts";

/** The steps that the wizard shows; the machine has more states. */
export const STEPS = ["details", "waiting", "sms", "email", "verify"] as const;
export type Step = (typeof STEPS)[number];

type Status = SessionView["status"];

const STEP_OF = {
  REQUESTED: "details",
  INFO_ENTERING: "details",
  WAITING_FOR_LOCK: "waiting",
  LOCKED: "sms",
  SMS_RECEIVED: "sms",
  EMAIL_WAITING: "email",
  EMAIL_RECEIVED: "email",
  VERIFYING: "verify",
} as const satisfies Partial<Record<Status, Step>>;

/** How a session can be over. */
export type Ending = Exclude<Status, keyof typeof STEP_OF>;

/** Which step a session is at; undefined for one that is over. */
export function stepOf(status: Exclude<Status, Ending>): Step;
export function stepOf(status: Status): Step | undefined;
export function stepOf(status: Status): Step | undefined {
  return isOver(status) ? undefined : STEP_OF[status];
}

export const isOver = (status: Status): status is Ending => !Object.hasOwn(STEP_OF, status);

/** The state that a seller moves the session to once they have used the code of a step. */
export const AFTER_CODE = { sms: "EMAIL_WAITING", email: "VERIFYING" } as const satisfies Partial<
  Record<Step, Status>
>;
