import { requireManagedSession } from "../../catalog/queries.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { RevokeDoorLink } from "../contract.ts";
import { lockLink, revokeLink } from "../store.ts";

/** Ends a door link for all of its devices, at once; again is the same. Throws `not_found` (404) for another's event. */
export const revokeDoorLink = defineCommand({
  id: "doors.revoke-door-link",
  summary: "Revoke a door link: its devices accept nothing any more.",
  allow: role("ADMIN", "SELLER"),
  input: RevokeDoorLink,
  output: NoOutput,
  audit: ({ id }) => ({ target: id }),
  async run(tx, { id }) {
    const link = await lockLink(tx, { id });
    if (!link) throw platformErrors.not_found({ what: "door link" });
    await requireManagedSession(tx, link.eventSessionId);
    if (!link.revokedAt) await revokeLink(tx, id);
    return {};
  },
});
