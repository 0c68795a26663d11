import type { z } from "zod";
import type { Allow } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { SystemActor, Tx, UserActor } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { lockActiveAdmins, setRole } from "../accounts.store.ts";
import { Account, GrantRole } from "../contract.ts";
import { authErrors } from "../errors.ts";
import { requireOtherAdmin } from "../policy.ts";
import { requireProof } from "../steps/require-proof.ts";
import { requireSecondOperator } from "../steps/require-second-operator.ts";
import { notifyRole } from "../store.ts";

const adminOrSystem: Allow<SystemActor | UserActor> = {
  name: "ADMIN or system",
  public: false,
  permits: (actor): actor is SystemActor | UserActor =>
    actor.kind === "system" || (actor.kind === "user" && actor.role === "ADMIN"),
};

/**
 * Gives an account a role, more or less than it has, in all its login sessions from their next request on. A role that
 * Postgres does not have is never in force: its login sessions are told of a higher one after the commit, and of a lower
 * one before it, so that Redis cannot miss it. Nobody lowers their own role. Throws `not_found` (404), `own_account`,
 * `last_admin` and `operator_needs_approval` (409), `proof_required` (403), `unavailable` (503).
 */
export const grantRole = defineCommand({
  id: "auth.grant-role",
  summary: "Give an account a role.",
  allow: adminOrSystem,
  input: GrantRole,
  output: Account,
  refuses: [
    authErrors.own_account,
    authErrors.last_admin,
    authErrors.operator_needs_approval,
    authErrors.proof_required,
  ],
  audit: ({ userId, role, reason }) => ({ target: userId, meta: { role, reason } }),
  async run(tx, asked) {
    await requireProof(tx);
    if (asked.role === "ADMIN") requireSecondOperator(tx);
    return changeRole(tx, asked);
  },
});

/** The same in the caller's transaction, by whom it may be done alone. */
export async function changeRole(
  tx: Tx<SystemActor | UserActor>,
  { userId, role }: Pick<z.output<typeof GrantRole>, "userId" | "role">,
): Promise<Account> {
  if (role !== "ADMIN") {
    if (tx.actor.kind === "user" && tx.actor.userId === userId) throw authErrors.own_account();
    requireOtherAdmin(await lockActiveAdmins(tx), userId);
  }
  const user = await setRole(tx, userId, () => role);
  if (!user) throw platformErrors.not_found({ what: "user" });
  await notifyRole(tx, user);
  return user;
}
