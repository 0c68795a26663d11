import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { requireNotOthers } from "../accounts.store.ts";
import { EnterDetails, SessionView } from "../contract.ts";
import { integrationErrors } from "../errors.ts";
import { integrationSessionMachine as machine } from "../machine.ts";
import { requireDetails, rolesOf } from "../policy.ts";
import { requireVisibleSession, viewSession } from "../queries.ts";
import { expireAndAssignPhoneLines } from "../steps/assign-phone-lines.ts";
import { findRunningOfVendor, updateSession } from "../store.ts";

/**
 * Keeps who the seller is, while that is being entered. Throws `bad_vendor_id`, `bad_business_number` (400),
 * `vendor_busy`, `vendor_connected`, `illegal_transition` (409) where the session is past that.
 */
export const enterDetails = defineCommand({
  id: "integration.enter-details",
  summary: "Enter the vendor's details.",
  allow: signedIn,
  input: EnterDetails,
  output: SessionView,
  refuses: [
    integrationErrors.bad_vendor_id,
    integrationErrors.bad_business_number,
    integrationErrors.vendor_busy,
    integrationErrors.vendor_connected,
  ],
  audit: ({ id, vendorId }) => ({ target: id, meta: { vendorId } }),
  async run(tx, { id, vendorId, businessNumber = null, companyName = null }) {
    await expireAndAssignPhoneLines(tx);
    const session = await requireVisibleSession(tx, id);
    if (!rolesOf(tx.actor, session.userId).includes("seller"))
      throw platformErrors.not_found({ what: "session" });
    if (session.state !== "INFO_ENTERING")
      throw platformErrors.illegal_transition({
        machine: machine.name,
        from: session.state,
        to: "INFO_ENTERING",
      });
    requireDetails(vendorId, businessNumber);
    const running = await findRunningOfVendor(tx, vendorId);
    await requireNotOthers(tx, vendorId, session.userId);
    if (running && running.id !== id) throw integrationErrors.vendor_busy();
    return viewSession(tx, await updateSession(tx, id, { vendorId, businessNumber, companyName }));
  },
});
