import { grantRole } from "../../auth/commands/grant-role.ts";
import type { AppContext, Tx } from "../../platform/context.ts";
import { keepAccount, keysOf } from "../accounts.ts";
import { integrationErrors } from "../errors.ts";
import { marketplace } from "../gateways/configured.ts";
import type { SessionRow } from "../store.ts";
import { endAndHandOn } from "./settle-lines.ts";

/**
 * Asks the marketplace whether the account is connected, outside any transaction. Nothing is asked of a session that is
 * not at that step. Throws `not_connected_yet` (409), `marketplace_away` (503).
 */
export async function requireConnected(ctx: AppContext, { state, vendorId }: SessionRow): Promise<void> {
  if (state !== "VERIFYING") return;
  const { outcome, code = "" } = await marketplace().check(ctx, {
    vendorId,
    keys: await keysOf(ctx, vendorId),
  });
  if (outcome === "unknown") throw integrationErrors.marketplace_away();
  if (outcome === "refused") throw integrationErrors.not_connected_yet({ code });
}

/** The account is the seller's: they are one from now on, and the phone line is the next one's (SPEC 6). */
export async function completeSession(tx: Tx, session: SessionRow): Promise<void> {
  const { id, userId, vendorId, companyName } = session;
  await keepAccount(tx, { userId, vendorId, companyName });
  await grantRole.within(tx, { userId, role: "SELLER" });
  await endAndHandOn(tx, id, "COMPLETED", "connected");
}
