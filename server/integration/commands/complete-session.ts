import { raiseRole } from "../../auth/commands/raise-role.ts";
import type { AppContext, Tx } from "../../platform/context.ts";
import { keepAccount, keysOf } from "../accounts.ts";
import { integrationErrors } from "../errors.ts";
import type { Marketplace } from "../gateway.ts";
import { marketplace } from "../gateways/configured.ts";
import type { SessionRow } from "../store.ts";
import { endAndHandOn } from "./settle-lines.ts";

/** Asks a marketplace, outside any transaction. Throws `not_connected_yet` (409), `marketplace_away` (503). */
export async function requireAccount(
  ctx: AppContext,
  at: Marketplace,
  account: Parameters<Marketplace["check"]>[1],
): Promise<void> {
  const { outcome, code = "" } = await at.check(ctx, account);
  if (outcome === "unknown") throw integrationErrors.marketplace_away();
  if (outcome === "refused") throw integrationErrors.not_connected_yet({ code });
}

/** As {@link requireAccount} for a session; nothing is asked of one that is not at that step. */
export async function requireConnected(ctx: AppContext, { state, vendorId }: SessionRow): Promise<void> {
  if (state === "VERIFYING")
    await requireAccount(ctx, marketplace(), { vendorId, keys: await keysOf(ctx, vendorId) });
}

/** The account is the user's, who is a seller from now on (SPEC 6). */
export async function connectAccount(tx: Tx, account: Parameters<typeof keepAccount>[1]): Promise<void> {
  await keepAccount(tx, account);
  await raiseRole(tx, { userId: account.userId, role: "SELLER" });
}

/** The account is connected, and the phone line is the next one's (SPEC 6). */
export async function completeSession(tx: Tx, session: SessionRow): Promise<void> {
  const { id, userId, vendorId, companyName } = session;
  await connectAccount(tx, { userId, vendorId, companyName });
  await endAndHandOn(tx, id, "COMPLETED", "connected");
}
