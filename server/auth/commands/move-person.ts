import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { lockActiveAdmins, movePerson as move } from "../accounts.store.ts";
import { MovePerson, Person } from "../contract.ts";
import { authErrors } from "../errors.ts";
import { requireOtherAdmin } from "../policy.ts";
import { requireSecondOperator } from "../steps/require-second-operator.ts";
import { endLoginSessionsOf } from "../store.ts";

/**
 * Suspends a person, whose login sessions end at once, or restores one, who logs in again. What was bought before stays
 * bought. Throws `not_found` (404), `illegal_transition`, `own_account`, `last_admin`, `operator_needs_approval` (409) for an
 * administrator, who is restored with another role and then made one again; `unavailable` (503) without
 * Redis, so that a suspended person has no login session that goes on.
 */
export const movePerson = defineCommand({
  id: "auth.move-person",
  summary: "Suspend or restore a person.",
  allow: role("ADMIN"),
  input: MovePerson,
  output: Person,
  refuses: [
    platformErrors.illegal_transition,
    authErrors.own_account,
    authErrors.last_admin,
    authErrors.operator_needs_approval,
  ],
  audit: ({ userId, to, reason }) => ({ target: userId, meta: { to, reason } }),
  async run(tx, { userId, to, reason = "" }) {
    if (to === "ACTIVE") {
      const restored = await move(tx, userId, to, { reason });
      // An operator who is back is one more who could approve.
      if (restored.role === "ADMIN") requireSecondOperator(tx);
      return restored;
    }
    if (tx.actor.userId === userId) throw authErrors.own_account();
    requireOtherAdmin(await lockActiveAdmins(tx), userId);
    const person = await move(tx, userId, to, { reason });
    await endLoginSessionsOf(tx, userId, "account_suspended");
    return person;
  },
});
