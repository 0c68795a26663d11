import type { AppContext } from "../../platform/context.ts";
import { env } from "../../platform/env.ts";
import { newId } from "../../platform/ids.ts";
import { inTransaction } from "../../platform/transaction.ts";
import { insertLines } from "../lines.ts";

/** As many as a demo shows side by side; numbers that nobody has. */
const PRETENDED = [1, 2, 3].map((number) => ({
  phoneNumber: `+82100000000${number}`,
  inbox: `codes${number}@demo.test`,
}));

/** Brings in the phone lines of the settings, once; without any, pretended ones where the marketplace is so too. */
export async function ensurePhoneLines(ctx: AppContext): Promise<void> {
  const lines = env.PHONE_LINES.length > 0 || !env.SANDBOX ? env.PHONE_LINES : PRETENDED;
  if (lines.length === 0) return;
  await inTransaction(ctx, (tx) =>
    insertLines(
      tx,
      lines.map((line) => ({ id: newId("phone_line"), ...line })),
    ),
  );
}
