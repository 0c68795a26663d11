import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { findUser } from "../accounts.store.ts";
import { EndLoginSessions } from "../contract.ts";
import { endLoginSessionsOf } from "../store.ts";

/**
 * Ends every login session of a person, from its next request on and on every open stream. The person may log in again.
 * Throws `not_found` (404) and `unavailable` (503) without Redis.
 */
export const endLoginSessions = defineCommand({
  id: "auth.end-login-sessions",
  summary: "End every login session of a person.",
  allow: role("ADMIN"),
  input: EndLoginSessions,
  output: NoOutput,
  audit: ({ userId, reason }) => ({ target: userId, meta: { reason } }),
  async run(tx, { userId, reason = "ended by an administrator" }) {
    if (!(await findUser(tx, userId))) throw platformErrors.not_found({ what: "user" });
    await endLoginSessionsOf(tx, userId, reason);
    return {};
  },
});
