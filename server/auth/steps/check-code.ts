import { databaseNow } from "../../platform/database/clock.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { UserId } from "../contract.ts";
import { authErrors } from "../errors.ts";
import { hashOfRecoveryCode, isAppCode, stepOf } from "../factors.policy.ts";
import { type SecondFactor, takeRecoveryCode, takeStep } from "../factors.store.ts";

/**
 * Takes a code of an account's second factor in the caller's transaction: of the app, each once, or a recovery code.
 * @throws `wrong_code` (403)
 */
export async function checkCode(tx: Tx, factor: SecondFactor, code: string): Promise<void> {
  const isTaken = isAppCode(code)
    ? await takeAppCode(tx, factor, code)
    : await takeRecoveryCode(tx, factor.userId as UserId, hashOfRecoveryCode(code));
  if (!isTaken) throw authErrors.wrong_code();
}

async function takeAppCode(tx: Tx, factor: SecondFactor, code: string): Promise<boolean> {
  const now = await databaseNow(tx.db);
  const step = stepOf(factor, code, now.getTime());
  return step !== undefined && takeStep(tx, factor.userId as UserId, step);
}
