import { z } from "zod";
import { instantOut } from "../platform/values/text.ts";

/**
 * What is wrong with the sealed log. Of a row: it is not as it was sealed, it is gone, or it was put among sealed rows. Of a
 * seal: it is not as it was made, or not the next after the one before it.
 */
const FaultKind = z.enum(["changed", "removed", "added", "seal"]);

const Fault = z.object({
  kind: FaultKind,
  /** The number of the row, or of the seal. */
  number: z.int(),
});
export type Fault = z.output<typeof Fault>;

const Seal = z.object({
  number: z.int(),
  /** The number of the last row that it closes. */
  lastSeq: z.int(),
  /** SHA-256 in hex. It is in the log too, which is kept outside of the database. */
  hash: z.string(),
  at: instantOut,
});
export type Seal = z.input<typeof Seal>;

/** @param after - the number of the last seal that was checked already */
export const CheckSeals = z.strictObject({ after: z.int().min(0).default(0) });

export const CheckedSeals = z.object({
  seals: z.int(),
  rows: z.int(),
  /** How many faults there are, and the first of them. */
  broken: z.int(),
  faults: z.array(Fault),
  /** What to go on with as `after`; null where these were the last seals. */
  next: z.int().nullable(),
  /** The newest seal; null where there is none. */
  head: Seal.nullable(),
});
