import { defineMachine, type StateOf } from "../platform/database/machine.ts";

/** A person's place on a waiting list. */
export const waitlistEntryMachine = defineMachine("waitlistEntry", {
  initial: "WAITING",
  states: {
    WAITING: { tone: "info", to: ["OFFERED", "LEFT", "ENDED"] },
    OFFERED: { tone: "warning", to: ["ACCEPTED", "DECLINED", "LAPSED", "ENDED"], by: ["system"] },
    ACCEPTED: { tone: "success", to: [] },
    DECLINED: { tone: "neutral", to: [] },
    LAPSED: { tone: "neutral", to: [], by: ["system"] },
    LEFT: { tone: "neutral", to: [] },
    ENDED: { tone: "neutral", to: [], by: ["system"] },
  },
});
export type WaitlistEntryState = StateOf<typeof waitlistEntryMachine>;
