import { bigint, boolean, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instantNow } from "./platform.ts";

/** How the sandbox's data platform behaves; one row. */
export const sandboxReceiver = pgTable("sandbox_receiver", {
  id: integer().primaryKey().default(1),
  mode: text().notNull(),
});

/** What came to the sandbox's data platform. */
export const sandboxReceived = pgTable(
  "sandbox_received",
  {
    seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** The transmission's id: the same again is a duplicate. */
    messageId: text().notNull(),
    type: text().notNull(),
    body: text().notNull(),
    /** How the receiver behaved to it. */
    mode: text().notNull(),
    /** Whether it took it in; what it refused it does not have. */
    taken: boolean().notNull(),
    /** Whether it had it already. */
    duplicate: boolean().notNull(),
    receivedAt: instantNow(),
  },
  (t) => [index().on(t.messageId)],
);
