import { z } from "zod";
import { typedPassword } from "../auth/contract.ts";
import { idOf } from "../platform/values/ids.ts";
import { instantOut } from "../platform/values/text.ts";
import { privacyErrors } from "./errors.ts";

/** What keeps a person from erasing the account, by the reason of the refusal. */
export const OBSTACLES = Object.keys(privacyErrors) as [Obstacle, ...Obstacle[]];
export type Obstacle = keyof typeof privacyErrors;

export const Erasure = z.object({
  /** All that has to end first; none where the account can be erased now. */
  obstacles: z.array(z.enum(OBSTACLES)),
});

export const EraseAccount = z.strictObject({ password: typedPassword });

/** A row as the database has it, without the columns that no one gets a copy of. */
const Row = z.record(z.string(), z.unknown());

export const PersonalData = z.object({
  madeAt: instantOut,
  userId: idOf("user"),
  /** The person's rows by table; what each column is for stands in docs/privacy.md. */
  tables: z.record(z.string(), z.array(Row)),
  /** Tables of which the copy has only so many rows. */
  cut: z.array(z.string()),
  /** Columns that the copy leaves out, with the reason. */
  withheld: z.array(z.object({ table: z.string(), column: z.string(), why: z.string() })),
  loginSessions: z.array(Row),
});
export type PersonalData = z.output<typeof PersonalData>;
