import { raiseRole } from "../../auth/steps/raise-role.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { upsertAccount } from "../accounts.store.ts";
import type { ProvedKeys } from "../gateways/configured.ts";
import type { SessionRow } from "../store.ts";
import { endAndAssignNext } from "./assign-phone-lines.ts";

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
