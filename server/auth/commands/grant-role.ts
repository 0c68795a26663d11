import type { Allow } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import { platformErrors } from "../../platform/errors.ts";
import { Account, GrantRole } from "../contract.ts";
import { raiseRole, setRoleOfLoginSessions } from "../store.ts";

const adminOrSystem: Allow = {
  name: "ADMIN or system",
  permits: (actor) => actor.kind === "system" || (actor.kind === "user" && actor.role === "ADMIN"),
};

/**
 * Gives an account a role, unless it has a higher one, in all its login sessions from their next request on (SPEC 6).
 * They are told after the commit: a role that Postgres does not have is never in force, and one that Redis missed is
 * there with the next refresh. Throws `not_found` (404).
 */
export const grantRole = defineCommand({
  id: "auth.grant-role",
  summary: "Give an account a role.",
  allow: adminOrSystem,
  input: GrantRole,
  output: Account,
  audit: ({ userId, role }) => ({ target: userId, meta: { role } }),
  async run(tx, { userId, role }) {
    const user = await raiseRole(tx, userId, role);
    if (!user) throw platformErrors.not_found({ what: "user" });
    tx.onSettled(async (settled) => {
      if (settled === "committed") await setRoleOfLoginSessions(tx, userId, user.role);
    });
    return user;
  },
});
