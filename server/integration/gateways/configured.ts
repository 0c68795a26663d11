import { env } from "../../platform/config/env.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import type { upsertAccount } from "../accounts.store.ts";
import type { EnteredKeys } from "../contract.ts";
import { integrationErrors } from "../errors.ts";
import type { Marketplace } from "../gateway.ts";
import { KEY_DAYS, keysEnd, rolesOf } from "../policy.ts";
import type { SessionRow } from "../store.ts";
import { coupang } from "./coupang.ts";
import { sandboxCoupang } from "./sandbox.ts";

/** Who says that the codes were entered: Coupang itself, or the page inside the app that plays it. */
export const marketplace = (): Marketplace => (env.SANDBOX ? sandboxCoupang : coupang);

/** Where keys are tried: the pretended Coupang, unless an address is set. */
export const keyMarketplace = (): Marketplace =>
  env.SANDBOX && env.COUPANG_API_URL === undefined ? sandboxCoupang : coupang;

/** Keys that the marketplace has just taken for a vendor, with when they end. */
export type ProvedKeys = NonNullable<Parameters<typeof upsertAccount>[1]["keys"]>;

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
