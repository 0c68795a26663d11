import { requireManagedSession } from "../../catalog/queries.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { RevokeGuest } from "../contract.ts";
import { findGuest, lockList, revokeRow } from "../store.ts";

/**
 * Takes a guest off the list: no door lets them in any more. Who came before stays counted, and again is the same. Throws
 * `not_found` (404) for another's event.
 */
export const revokeGuest = defineCommand({
  id: "guests.revoke-guest",
  summary: "Take a guest off the list: no door lets them in any more.",
  allow: role("ADMIN", "SELLER"),
  input: RevokeGuest,
  output: NoOutput,
  audit: ({ id }) => ({ target: id }),
  async run(tx, { id }) {
    const guest = await findGuest(tx, id);
    if (!guest) throw platformErrors.not_found({ what: "guest" });
    await requireManagedSession(tx, guest.eventSessionId).catch(() => {
      throw platformErrors.not_found({ what: "guest" });
    });
    const revision = await lockList(tx, guest.eventSessionId);
    if (!(await findGuest(tx, id))?.revokedAt) await revokeRow(tx, id, revision);
    return {};
  },
});
