import { signedIn } from "../../platform/allow.ts";
import { writeAudit } from "../../platform/audit.ts";
import { databaseNow } from "../../platform/clock.ts";
import { defineDirectCommand } from "../../platform/command.ts";
import type { AppContext, UserActor } from "../../platform/context.ts";
import { inTransaction } from "../../platform/transaction.ts";
import { accountsOf, isOthers } from "../accounts.ts";
import { ConnectWithKeys, MarketplaceAccount } from "../contract.ts";
import { integrationErrors } from "../errors.ts";
import { keyMarketplace } from "../gateways/configured.ts";
import { KEY_DAYS, keysEnd, requireDetails } from "../policy.ts";
import { findRunningOfVendor } from "../store.ts";
import { connectAccount, requireAccount } from "./complete-session.ts";
import { endAndHandOn, settleLinesWithin } from "./settle-lines.ts";

/**
 * Connects an account by the seller's own Open API keys, or brings in new ones for those that end (SPEC 6): they are
 * tried first, and kept sealed. A session under way for the vendor ends with it. Throws `bad_vendor_id`, `bad_issue_date`
 * (400), `vendor_busy`, `not_connected_yet` (409), `marketplace_away` (503).
 */
export const connectWithKeys = defineDirectCommand({
  id: "integration.connect-with-keys",
  summary: "Connect a marketplace account by its Open API keys.",
  allow: signedIn,
  input: ConnectWithKeys,
  output: MarketplaceAccount,
  refuses: Object.values(integrationErrors),
  async run(ctx, { vendorId, accessKey, secretKey, issuedOn, companyName }) {
    requireDetails(vendorId, null);
    const expireAt = keysEnd(issuedOn, await databaseNow(ctx.db));
    if (!expireAt) throw integrationErrors.bad_issue_date({ days: KEY_DAYS });
    const { userId } = ctx.actor as UserActor;
    if (await isOthers(ctx, vendorId, userId)) throw integrationErrors.vendor_busy();
    const keys = { accessKey, secretKey };
    await requireAccount(ctx, keyMarketplace(), { vendorId, keys });
    const account = { userId, vendorId, companyName: companyName ?? null };
    await connect(ctx, account, { ...keys, expireAt });
    const [connected] = (await accountsOf(ctx, userId)).filter((each) => each.vendorId === vendorId);
    if (!connected) throw integrationErrors.vendor_busy();
    return connected;
  },
});

type Account = Parameters<typeof connectAccount>[1];

const connect = (ctx: AppContext, account: Account, keys: NonNullable<Account["keys"]>): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    await settleLinesWithin(tx);
    const running = await findRunningOfVendor(tx, account.vendorId);
    if (running && running.userId !== account.userId) throw integrationErrors.vendor_busy();
    await connectAccount(tx, { ...account, keys });
    if (running) {
      // At its last step the keys are the check that it waits for; before that it is not needed any more.
      const to = running.state === "VERIFYING" ? "COMPLETED" : "CANCELLED";
      await endAndHandOn(tx, running.id, to, "connected_with_keys");
    }
    const { vendorId } = account;
    writeAudit(tx, [{ action: connectWithKeys.id, target: vendorId, outcome: "ok" }]);
  });
