import { signedIn } from "../../platform/operation/allow.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { SessionInput, SessionView } from "../contract.ts";
import { requireVisibleSession, viewSession } from "../queries.ts";
import { assignPhoneLines } from "../steps/assign-phone-lines.ts";
import { touchWaiting } from "../store.ts";

/**
 * Tells a session as it is now. It is no query: asking keeps a waiting seller present, and it ends what is due and
 * hands phone lines on, whether or not a job ran. Throws `not_found` (404) for another's session.
 */
export const getSession = defineDirectCommand({
  id: "integration.get-session",
  summary: "A session of the caller's; any for an admin, with the codes masked.",
  allow: signedIn,
  input: SessionInput,
  output: SessionView,
  async run(ctx, { id }) {
    await touchWaiting(ctx, [ctx.actor.userId]);
    await assignPhoneLines(ctx);
    return viewSession(ctx, await requireVisibleSession(ctx, id));
  },
});
