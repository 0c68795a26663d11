import type { SessionView } from "#server/integration/contract.ts";

/** The steps that the wizard shows; the machine has more states. */
export const STEPS = ["details", "waiting", "sms", "email", "verify"] as const;
export type Step = (typeof STEPS)[number];

const STEP_OF: Partial<Record<SessionView["status"], Step>> = {
  REQUESTED: "details",
  INFO_ENTERING: "details",
  WAITING_FOR_LOCK: "waiting",
  LOCKED: "sms",
  SMS_RECEIVED: "sms",
  EMAIL_WAITING: "email",
  EMAIL_RECEIVED: "email",
  VERIFYING: "verify",
};

/** Which step a session is at; undefined for one that is over. */
export const stepOf = (status: SessionView["status"]): Step | undefined => STEP_OF[status];
