import { defineMachine, type StateOf } from "../platform/database/machine.ts";

const ENDED_EARLY = ["CANCELLED", "FAILED", "EXPIRED"] as const;
const WITH_LOCK = [...ENDED_EARLY, "LOCK_TIMEOUT"] as const;

/** One try of a seller to connect a marketplace account (docs/spec/seller-integration.md#states). */
export const integrationSessionMachine = defineMachine("integrationSession", {
  initial: "REQUESTED",
  states: {
    REQUESTED: { tone: "neutral", to: ["INFO_ENTERING", ...ENDED_EARLY], by: ["seller"] },
    INFO_ENTERING: { tone: "neutral", to: ["WAITING_FOR_LOCK", ...ENDED_EARLY], by: ["seller"] },
    WAITING_FOR_LOCK: { tone: "info", to: ["LOCKED", ...ENDED_EARLY], by: ["seller"] },
    LOCKED: { tone: "info", to: ["SMS_RECEIVED", ...WITH_LOCK], by: ["system"] },
    SMS_RECEIVED: { tone: "info", to: ["EMAIL_WAITING", ...WITH_LOCK], by: ["system"] },
    EMAIL_WAITING: { tone: "info", to: ["EMAIL_RECEIVED", ...WITH_LOCK], by: ["seller", "system"] },
    EMAIL_RECEIVED: { tone: "info", to: ["VERIFYING", ...WITH_LOCK], by: ["system"] },
    VERIFYING: { tone: "info", to: ["COMPLETED", ...WITH_LOCK], by: ["seller"] },
    COMPLETED: { tone: "success", to: [], by: ["seller"] },
    LOCK_TIMEOUT: { tone: "warning", to: [], by: ["system"] },
    FAILED: { tone: "danger", to: [], by: ["system", "admin"] },
    CANCELLED: { tone: "neutral", to: [], by: ["seller", "admin"] },
    EXPIRED: { tone: "warning", to: [], by: ["system"] },
  },
});
export type IntegrationState = StateOf<typeof integrationSessionMachine>;

/** The states in which a session holds a phone line: those that the lock's end may end. */
export const HOLDING_STATES = integrationSessionMachine.sources("LOCK_TIMEOUT");

/** Those in which it is not over. */
export const RUNNING_STATES = integrationSessionMachine.states.filter(
  (state) => !integrationSessionMachine.isEnd(state),
);
