import { anyone } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import { NoOutput } from "../../platform/text.ts";
import { RefreshLogin } from "../contract.ts";
import { moveLoginSession } from "../store.ts";
import { readRefreshToken } from "../tokens.ts";

/**
 * Ends the caller's login session, known by its access token or, where that has run out, by its refresh token. Whoever
 * is logged out already is so again: it refuses nothing (SPEC 3).
 */
export const logOut = defineCommand({
  id: "auth.log-out",
  summary: "End this login session.",
  allow: anyone,
  input: RefreshLogin,
  output: NoOutput,
  audit: ({ refreshToken = "" }) => ({ target: readRefreshToken(refreshToken)?.loginSessionId }),
  async run(tx, { refreshToken = "" }) {
    const ids = new Set([
      tx.actor.kind === "user" ? tx.actor.loginSessionId : undefined,
      readRefreshToken(refreshToken)?.loginSessionId,
    ]);
    for (const id of ids) if (id) await moveLoginSession(tx, { id, to: "REVOKED", reason: "logout" });
    return {};
  },
});
