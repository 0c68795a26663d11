import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { EndLoginSession } from "../contract.ts";
import { findLoginSession, moveLoginSession, requireMoved } from "../store.ts";

/**
 * Ends a login session of one's own, this one or one on another device, from its next request on. Throws
 * `not_found` (404) for anybody else's and `illegal_transition` (409) for one that expired.
 */
export const endLoginSession = defineCommand({
  id: "auth.end-login-session",
  summary: "End one of your login sessions.",
  allow: signedIn,
  input: EndLoginSession,
  output: NoOutput,
  refuses: [platformErrors.illegal_transition],
  audit: ({ loginSessionId }) => ({ target: loginSessionId }),
  async run(tx, { loginSessionId: id }) {
    const { userId } = tx.actor;
    const loginSession = await findLoginSession(tx, id);
    if (loginSession?.userId !== userId) throw platformErrors.not_found({ what: "login session" });
    requireMoved(await moveLoginSession(tx, { id, to: "REVOKED", reason: "ended_by_owner" }), "REVOKED");
    return {};
  },
});
