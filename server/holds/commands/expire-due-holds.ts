import { z } from "zod";
import { inTransaction } from "../../platform/database/transaction.ts";
import { system } from "../../platform/operation/allow.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { NoInput } from "../../platform/values/text.ts";
import { freeExpiredHolds } from "../steps/free-holds.ts";
import { findSessionsWithExpired } from "../store.ts";

/**
 * Puts the stock of all holds past their time back on sale, each event session in its own transaction. A request for
 * stock does the same first; this job updates the shown numbers of event sessions without requests.
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
