import { signedIn } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import type { UserActor } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { writeHistory } from "../../platform/transition.ts";
import { StartedSession, StartSession } from "../contract.ts";
import { integrationErrors } from "../errors.ts";
import { integrationSessionMachine } from "../machine.ts";
import { viewSession } from "../queries.ts";
import { findLastOfVendor, findRunningOfVendor, insertSession } from "../store.ts";
import { settleLinesWithin } from "./settle-lines.ts";

/**
 * Begins to connect a vendor's account, or goes on where the caller was: a vendor has one running session at most
 * (SPEC 6). A new one has the details of the last filled in. Throws `vendor_busy` (409) where it is somebody else's.
 */
export const startSession = defineCommand({
  id: "integration.start-session",
  summary: "Begin to connect a marketplace account, or go on with it.",
  allow: signedIn,
  input: StartSession,
  output: StartedSession,
  refuses: [integrationErrors.vendor_busy],
  audit: ({ vendorId }, session) => ({ target: session?.id, meta: { vendorId, isNew: session?.isNew } }),
  async run(tx, { vendorId }) {
    const { userId } = tx.actor as UserActor;
    await settleLinesWithin(tx);
    const running = await findRunningOfVendor(tx, vendorId);
    if (running && running.userId !== userId) throw integrationErrors.vendor_busy();
    if (running) return { ...(await viewSession(tx, running)), isNew: false };
    const id = newId("integration_session");
    const last = await findLastOfVendor(tx, vendorId, userId);
    const { businessNumber = null, companyName = null } = last ?? {};
    const inserted = await insertSession(tx, { id, userId, vendorId, businessNumber, companyName });
    if (!inserted) throw integrationErrors.vendor_busy();
    const { name: entity, initial: to } = integrationSessionMachine;
    writeHistory(tx, [{ entity, entityId: id, from: null, to }]);
    return { ...(await viewSession(tx, inserted)), isNew: true };
  },
});
