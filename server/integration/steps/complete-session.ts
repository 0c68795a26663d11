import { raiseRole } from "../../auth/steps/raise-role.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import type { AppContext, Tx } from "../../platform/operation/context.ts";
import { upsertAccount } from "../accounts.store.ts";
import type { EnteredKeys } from "../contract.ts";
import { integrationErrors } from "../errors.ts";
import { keyMarketplace, marketplace } from "../gateways/configured.ts";
import { KEY_DAYS, keysEnd, rolesOf } from "../policy.ts";
import type { SessionRow } from "../store.ts";
import { endAndAssignNext } from "./assign-phone-lines.ts";

/** Keys that the marketplace has just taken for a vendor, with when they end. */
type ProvedKeys = NonNullable<Parameters<typeof upsertAccount>[1]["keys"]>;

/**
 * Has the marketplace try keys, outside any transaction. Throws `bad_issue_date` (400), `keys_refused` (409),
 * `marketplace_away` (503).
 */
export async function requireKeys(
  ctx: AppContext,
  vendorId: string,
  { issuedOn, ...keys }: EnteredKeys,
): Promise<ProvedKeys> {
  const expireAt = keysEnd(issuedOn, await databaseNow(ctx.db));
  if (!expireAt) throw integrationErrors.bad_issue_date({ days: KEY_DAYS });
  const { outcome, code = "" } = await keyMarketplace().check(ctx, { vendorId, keys });
  if (outcome === "unknown") throw integrationErrors.marketplace_away();
  if (outcome === "refused") throw integrationErrors.keys_refused({ code });
  return { ...keys, expireAt };
}

/**
 * Proves, outside any transaction, that the person at a session's last step controls its vendor now: by the keys they
 * enter, or by the marketplace's own record of the codes of this very session. What is stored of keys proves nothing.
 * Throws what {@link requireKeys} does, `keys_needed`, `not_connected_yet` (409).
 */
export async function requireProof(
  ctx: AppContext,
  { id: integrationSessionId, state, userId, vendorId }: SessionRow,
  entered: EnteredKeys | undefined,
): Promise<ProvedKeys | undefined> {
  if (state !== "VERIFYING" || !rolesOf(ctx.actor, userId).includes("seller")) return undefined;
  if (entered) return requireKeys(ctx, vendorId, entered);
  if (marketplace().proof === "keys") throw integrationErrors.keys_needed();
  const { outcome, code = "" } = await marketplace().check(ctx, { vendorId, integrationSessionId });
  if (outcome === "unknown") throw integrationErrors.marketplace_away();
  if (outcome === "refused") throw integrationErrors.not_connected_yet({ code });
  return undefined;
}

/** Keeps the account as the user's, who is a seller from now on. */
export async function connectAccount(tx: Tx, account: Parameters<typeof upsertAccount>[1]): Promise<void> {
  await upsertAccount(tx, account);
  await raiseRole(tx, { userId: account.userId, role: "SELLER" });
}

/** The account is connected, and the phone line is the next one's. Throws `vendor_connected` (409). */
export async function completeSession(
  tx: Tx,
  session: SessionRow,
  keys: ProvedKeys | undefined,
): Promise<void> {
  const { id, userId, vendorId, companyName } = session;
  await connectAccount(tx, { userId, vendorId, companyName, ...(keys && { keys }) });
  await endAndAssignNext(tx, id, "COMPLETED", "connected");
}
