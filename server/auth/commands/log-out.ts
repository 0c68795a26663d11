import { inTransaction } from "../../platform/database/transaction.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { RefreshLogin } from "../contract.ts";
import { moveLoginSession } from "../store.ts";
import { readRefreshToken } from "../tokens.ts";

/**
 * Ends the caller's login session, known by its access token or, where that has run out, by its refresh token. Anyone who
 * is logged out already is so again: it refuses nothing. Where nothing ended nothing is written, or a stranger could
 * fill the audit log.
 */
export const logOut = defineDirectCommand({
  id: "auth.log-out",
  summary: "End this login session.",
  allow: anyone,
  input: RefreshLogin,
  output: NoOutput,
  async run(ctx, { refreshToken = "" }) {
    const ids = new Set([
      ctx.actor.kind === "user" ? ctx.actor.loginSessionId : undefined,
      readRefreshToken(refreshToken)?.loginSessionId,
    ]);
    await inTransaction(ctx, async (tx) => {
      for (const id of ids) {
        if (!id) continue;
        const [outcome] = await moveLoginSession(tx, { id, to: "REVOKED", reason: "logout" });
        if (outcome === "moved") writeAudit(tx, [{ action: logOut.id, target: id, outcome: "ok" }]);
      }
    });
    return {};
  },
});
