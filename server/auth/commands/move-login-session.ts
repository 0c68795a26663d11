import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { MoveLoginSession } from "../contract.ts";
import { moveLoginSession as move, requireMoved } from "../store.ts";

/**
 * Suspends, restores or revokes anyone's login session, from its next request on. Throws `not_found` (404)
 * and `illegal_transition` (409).
 */
export const moveLoginSession = defineCommand({
  id: "auth.move-login-session",
  summary: "Suspend, restore or revoke a login session.",
  allow: role("ADMIN"),
  input: MoveLoginSession,
  output: NoOutput,
  refuses: [platformErrors.illegal_transition],
  audit: ({ loginSessionId, to, reason }) => ({ target: loginSessionId, meta: { to, reason } }),
  async run(tx, { loginSessionId: id, to, reason = "" }) {
    requireMoved(await move(tx, { id, to, reason }), to);
    return {};
  },
});
