import { writeHistory } from "../../platform/database/transition.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { newId } from "../../platform/values/ids.ts";
import { requireNotOthers } from "../accounts.store.ts";
import { StartedSession, StartSession } from "../contract.ts";
import { integrationErrors } from "../errors.ts";
import { integrationSessionMachine } from "../machine.ts";
import { requireVendorId } from "../policy.ts";
import { viewSession } from "../queries.ts";
import { expireAndAssignPhoneLines } from "../steps/assign-phone-lines.ts";
import {
  findLastOfVendor,
  findRunningOfUser,
  findRunningOfVendor,
  insertSession,
  touchWaiting,
} from "../store.ts";

/**
 * Begins to connect a vendor's account, or continues the running session: a vendor has one running session at most
 * and a person, too. A new one has the details of the last filled in. Throws `bad_vendor_id` (400), `vendor_connected` (409)
 * where the account is another person's, `vendor_busy` where they are connecting it, `already_connecting` for another vendor.
 */
export const startSession = defineCommand({
  id: "integration.start-session",
  summary: "Begin to connect a marketplace account, or go on with it.",
  allow: signedIn,
  input: StartSession,
  output: StartedSession,
  refuses: [
    integrationErrors.bad_vendor_id,
    integrationErrors.vendor_busy,
    integrationErrors.vendor_connected,
    integrationErrors.already_connecting,
  ],
  audit: ({ vendorId }, session) => ({ target: session?.id, meta: { vendorId, isNew: session?.isNew } }),
  async run(tx, { vendorId }) {
    requireVendorId(vendorId);
    const { userId } = tx.actor;
    await touchWaiting(tx, [userId]);
    await expireAndAssignPhoneLines(tx);
    await requireNotOthers(tx, vendorId, userId);
    const running = await findRunningOfVendor(tx, vendorId);
    if (running && running.userId !== userId) throw integrationErrors.vendor_busy();
    if (running) return { ...(await viewSession(tx, running)), isNew: false };
    const other = await findRunningOfUser(tx, userId);
    if (other) throw integrationErrors.already_connecting({ vendorId: other.vendorId, id: other.id });
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
