/**
 * What a customer can do on the sandbox provider's page: `decline` refuses a card, `fail` ends the payment for good,
 * `approveRefusingRefund` pays and has the bank refuse the first try to give the money back.
 */
export const SANDBOX_ACTS = [
  "approve",
  "approveTwice",
  "approveLate",
  "approveRefusingRefund",
  "decline",
  "fail",
] as const;

/** How the data platform of the sandbox behaves. `busy` answers 429; `down` refuses at once, with 503. */
export const RECEIVER_MODES = [
  "normal",
  "slow",
  "error500",
  "error404",
  "busy",
  "hang",
  "reset",
  "down",
] as const;

/** How the pretended Coupang sends a code: with `wrong` it sends another code than the one that it then expects. */
export const CODE_FAULTS = ["none", "late", "wrong", "twice", "never"] as const;
