import { sql } from "drizzle-orm";
import { transmissionAttempts } from "#db/schema/transmissions.ts";
import { insertAtCommit } from "../platform/database/transaction.ts";
import type { Tx } from "../platform/operation/context.ts";
import type { AttemptOutcome, DestinationName } from "./contract.ts";
import { attempts } from "./metrics.ts";

type NewAttempt = typeof transmissionAttempts.$inferInsert & { readonly outcome: AttemptOutcome };

/** An attempt that is saved already stays as it is, so that it cannot fail the batch. */
export function insertAttempts(tx: Tx, destination: DestinationName, rows: readonly NewAttempt[]): void {
  insertAtCommit(tx, transmissionAttempts, rows, sql`on conflict do nothing`);
  tx.afterCommit(async () => {
    for (const { outcome } of rows) attempts.inc({ destination, outcome });
  });
}
