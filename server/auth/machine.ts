import { defineMachine, type StateOf } from "../platform/database/machine.ts";

/** A signed-in browser or client; kept in Redis as hash `session:{id}` and moved there by one script. */
export const loginSessionMachine = defineMachine("loginSession", {
  initial: "ACTIVE",
  states: {
    ACTIVE: { tone: "success", to: ["EXPIRED", "REVOKED", "SUSPENDED"] },
    SUSPENDED: { tone: "warning", to: ["ACTIVE", "REVOKED", "EXPIRED"], by: ["admin", "system"] },
    EXPIRED: { tone: "neutral", to: [] },
    REVOKED: { tone: "danger", to: [] },
  },
});
export type LoginSessionState = StateOf<typeof loginSessionMachine>;

/** The person that an account belongs to. Only an active one logs in; an erased one is gone for good. */
export const personMachine = defineMachine("person", {
  initial: "ACTIVE",
  states: {
    ACTIVE: { tone: "success", to: ["SUSPENDED", "ERASED"] },
    SUSPENDED: { tone: "danger", to: ["ACTIVE", "ERASED"], by: ["admin"] },
    ERASED: { tone: "neutral", to: [], by: ["buyer", "seller", "admin"] },
  },
});
export type PersonState = StateOf<typeof personMachine>;
