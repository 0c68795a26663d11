import { env } from "../../platform/config/env.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { historyOf } from "../../platform/database/transition.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { findUserByEmail, movePerson } from "../accounts.store.ts";
import type { UserId } from "../contract.ts";
import { personMachine } from "../machine.ts";
import { DEMO_EMAILS } from "../policy.ts";
import { endLoginSessionsOf } from "../store.ts";

const REASON = "demo_off";

/**
 * Suspends the demo accounts, whose password is public, while the demo is off. When the demo is on it activates those that
 * it suspended, but none that an admin suspended. It also suspends the last administrator, because a demo account must not
 * open a shop. Throws `unavailable` (503) without Redis, because login sessions cannot be ended then.
 */
export async function ensureDemoAccounts(ctx: AppContext, open = env.DEMO): Promise<void> {
  for (const email of DEMO_EMAILS) {
    const found = await findUserByEmail(ctx, email);
    if (found?.state === (open ? "SUSPENDED" : "ACTIVE")) await keep(ctx, found.id, open);
  }
}

const keep = (ctx: AppContext, id: UserId, open: boolean): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    if (open) {
      const last = (await historyOf(tx, personMachine, id)).at(-1);
      if (last?.by !== "system" || last.reason !== REASON) return;
      return void (await movePerson(tx, id, "ACTIVE", { reason: "demo_on" }));
    }
    await movePerson(tx, id, "SUSPENDED", { reason: REASON });
    await endLoginSessionsOf(tx, id, REASON);
  });
