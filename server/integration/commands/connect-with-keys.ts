import { inTransaction } from "../../platform/database/transaction.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { accountsOf, requireNotOthers } from "../accounts.store.ts";
import { ConnectWithKeys, MarketplaceAccount } from "../contract.ts";
import { integrationErrors } from "../errors.ts";
import { requireKeys } from "../gateways/configured.ts";
import { requireVendorId } from "../policy.ts";
import { endAndAssignNext, expireAndAssignPhoneLines } from "../steps/assign-phone-lines.ts";
import { connectAccount } from "../steps/complete-session.ts";
import { findRunningOfVendor } from "../store.ts";

/**
 * Connects an account by the seller's own Open API keys, or brings in new ones for those that end: they are tried first,
 * and kept sealed. A session under way for the vendor ends with it, a stranger's too: they have proved nothing. Throws
 * `bad_vendor_id`, `bad_issue_date` (400), `vendor_connected`, `keys_refused` (409), `marketplace_away` (503).
 */
export const connectWithKeys = defineDirectCommand({
  id: "integration.connect-with-keys",
  summary: "Connect a marketplace account by its Open API keys.",
  allow: signedIn,
  input: ConnectWithKeys,
  output: MarketplaceAccount,
  refuses: [
    integrationErrors.bad_vendor_id,
    integrationErrors.bad_issue_date,
    integrationErrors.vendor_connected,
    integrationErrors.keys_refused,
    integrationErrors.marketplace_away,
  ],
  async run(ctx, { vendorId, companyName = null, ...entered }) {
    requireVendorId(vendorId);
    const { userId } = ctx.actor;
    await requireNotOthers(ctx, vendorId, userId);
    const keys = await requireKeys(ctx, vendorId, entered);
    await connect(ctx, { userId, vendorId, companyName, keys });
    const [connected] = (await accountsOf(ctx, userId)).filter((each) => each.vendorId === vendorId);
    if (!connected) throw integrationErrors.vendor_connected();
    return connected;
  },
});

const connect = (ctx: AppContext, account: Parameters<typeof connectAccount>[1]): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    await expireAndAssignPhoneLines(tx);
    const { userId, vendorId } = account;
    const running = await findRunningOfVendor(tx, vendorId);
    await connectAccount(tx, account);
    if (running && running.userId !== userId)
      await endAndAssignNext(tx, running.id, "FAILED", "proved_by_another", SYSTEM);
    else if (running) {
      // At its last step the keys are the check that it waits for; before that it is not needed any more.
      const to = running.state === "VERIFYING" ? "COMPLETED" : "CANCELLED";
      await endAndAssignNext(tx, running.id, to, "connected_with_keys");
    }
    writeAudit(tx, [
      { action: connectWithKeys.id, target: vendorId, outcome: "ok", meta: { ended: running?.id } },
    ]);
  });

const SYSTEM = { kind: "system", job: "integration.connect" } as const;
