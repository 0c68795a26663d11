import { signedIn } from "../../platform/operation/allow.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { SessionInput, SessionView } from "../contract.ts";
import { endDueSessions } from "../jobs/end-due-sessions.ts";
import { requireVisibleSession, viewSession } from "../queries.ts";
import { touchWaiting } from "../store.ts";

/**
 * Reads a session. It is not a query: it records that a waiting seller is present, ends sessions whose time is over and
 * assigns free phone lines, even if no job ran. Throws `not_found` (404) for another's session.
 */
export const getSession = defineDirectCommand({
  id: "integration.get-session",
  summary: "A session of the caller's; any for an admin, with the codes masked.",
  allow: signedIn,
  input: SessionInput,
  output: SessionView,
  async run(ctx, { id }) {
    await touchWaiting(ctx, [ctx.actor.userId]);
    await endDueSessions(ctx);
    return viewSession(ctx, await requireVisibleSession(ctx, id));
  },
});
