import { env } from "../../platform/config/env.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { findPhoneLines, insertPhoneLines } from "../phone-lines.store.ts";

/** As many as a demo shows side by side, with unassigned numbers. */
const PRETENDED = [1, 2, 3].map((number) => ({
  phoneNumber: `+82100000000${number}`,
  inbox: `codes${number}@demo.test`,
}));

/**
 * Brings in the phone lines of the settings, once; without any, pretended ones where the marketplace is so too. One whose
 * number or inbox another line has had since an earlier start is not brought in, which the log says.
 */
export async function ensurePhoneLines(ctx: AppContext): Promise<void> {
  const lines = env.PHONE_LINES.length > 0 || !env.SANDBOX ? env.PHONE_LINES : PRETENDED;
  if (lines.length === 0) return;
  const known = await inTransaction(ctx, async (tx) => {
    await insertPhoneLines(
      tx,
      lines.map((line) => ({ id: newId("phone_line"), ...line })),
    );
    return findPhoneLines(tx);
  });
  const unlike = lines.filter(
    ({ phoneNumber, inbox }) =>
      !known.some(({ line }) => line.phoneNumber === phoneNumber && line.inbox === inbox),
  );
  if (unlike.length === 0) return;
  ctx.log.error({
    ...{
      action: "integration.phone-lines",
      outcome: "not_as_set",
      numbers: unlike.map(({ phoneNumber }) => phoneNumber),
    },
    advice: "These PHONE_LINES share their number or inbox with a line from before, which stays as it was.",
  });
}
