import { env } from "../../platform/config/env.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { historyOf } from "../../platform/database/transition.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { findUserByEmail, movePerson } from "../accounts.store.ts";
import type { UserId } from "../contract.ts";
import { personMachine } from "../machine.ts";
import { DEMO_EMAILS } from "../policy.ts";
import { endLoginSessionsOf } from "../store.ts";

const REASON = "the demo is off";

/**
 * Shuts the demo accounts, whose password everybody knows, while the demo is off, and when it is on opens again those
 * that it shut: none that an admin suspended. Also the last administrator's: a demo account is no way into a shop. Throws
 * `unavailable` (503) without Redis: nobody is let in whose login session could not be ended.
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
      return void (await movePerson(tx, id, "ACTIVE", { reason: "the demo is on" }));
    }
    await movePerson(tx, id, "SUSPENDED", { reason: REASON });
    await endLoginSessionsOf(tx, id, REASON);
  });
