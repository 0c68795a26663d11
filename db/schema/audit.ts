import { bigint, customType, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./platform.ts";

/** Bytes, which code sees as a Buffer. */
const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/**
 * Seals of the audit log: each closes the rows that follow those of the seal before it. Append-only, as the log is: a
 * trigger refuses UPDATE, DELETE and TRUNCATE.
 */
export const auditSeals = pgTable("audit_seals", {
  /** 1, 2, 3 and so on, without a gap. */
  number: bigint({ mode: "number" }).primaryKey(),
  /** The last of `seqs`: every row up to it is sealed. */
  lastSeq: bigint({ mode: "number" }).notNull().unique("audit_seals_by_last_seq"),
  /** The rows that it closes, in their order. A number that a rolled-back transaction took is in no seal. */
  seqs: bigint({ mode: "number" }).array().notNull(),
  /** The SHA-256 of each of these rows, in the same order. */
  digests: bytes().array().notNull(),
  at: instant().notNull(),
  /** The SHA-256 of the hash before it and of all of the above, in hex. */
  hash: text().notNull(),
});
