import { system } from "../../platform/operation/allow.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { NoInput, NoOutput } from "../../platform/values/text.ts";
import { endInactive } from "../jobs/end-due-sessions.ts";

/** Ends sessions without a step for too long. Every command of a session does the same first; a job runs this one. */
export const expireSessions = defineDirectCommand({
  id: "integration.expire-sessions",
  summary: "Ends sessions without a step for too long.",
  allow: system,
  input: NoInput,
  output: NoOutput,
  async run(ctx) {
    await endInactive(ctx);
    return {};
  },
});
