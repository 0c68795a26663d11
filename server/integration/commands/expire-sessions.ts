import { system } from "../../platform/operation/allow.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { NoInput, NoOutput } from "../../platform/values/text.ts";
import { assignPhoneLines } from "../steps/assign-phone-lines.ts";

/**
 * Ends sessions without activity and locks whose time is over, and hands free phone lines on. Every step does the same
 * first; this job does it where no step comes.
 */
export const expireSessions = defineDirectCommand({
  id: "integration.expire-sessions",
  summary: "Ends what is due and hands phone lines on.",
  allow: system,
  input: NoInput,
  output: NoOutput,
  async run(ctx) {
    await assignPhoneLines(ctx);
    return {};
  },
});
