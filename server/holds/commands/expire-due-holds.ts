import { z } from "zod";
import { system } from "../../platform/allow.ts";
import { defineDirectCommand } from "../../platform/command.ts";
import { NoInput } from "../../platform/text.ts";
import { inTransaction } from "../../platform/transaction.ts";
import { findSessionsWithExpired } from "../store.ts";
import { freeExpiredHolds } from "./free-expired-holds.ts";

/**
 * Puts the stock of all holds past their time back on sale, each event session in a transaction of its own. A request
 * for stock does the same first; this job keeps the shown numbers fresh where no request comes.
 */
export const expireDueHolds = defineDirectCommand({
  id: "holds.expire-due-holds",
  summary: "Puts the stock of holds past their time back on sale.",
  allow: system,
  input: NoInput,
  output: z.object({ freed: z.int() }),
  async run(ctx) {
    let freed = 0;
    for (const id of await findSessionsWithExpired(ctx))
      freed += await inTransaction(ctx, (tx) => freeExpiredHolds(tx, id));
    return { freed };
  },
});
