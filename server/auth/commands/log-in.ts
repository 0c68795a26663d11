import { approximateNow } from "../../platform/database/clock.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import type { AppContext, Tx } from "../../platform/operation/context.ts";
import { AppError } from "../../platform/operation/errors.ts";
import { hashPassword, matchPassword } from "../../platform/values/passwords.ts";
import { findUserByEmail, lockUser, setPasswordHash, type User } from "../accounts.store.ts";
import { LogIn, LoginGrant, type UserId } from "../contract.ts";
import { authErrors } from "../errors.ts";
import { findFactor } from "../factors.store.ts";
import { countCode, countLogin } from "../limits.ts";
import { checkCode } from "../steps/check-code.ts";
import { openLogin } from "../steps/open-login.ts";

/**
 * Opens a login session. An unknown e-mail and a wrong password are answered alike: the same work, the same
 * audit row, the same `wrong_credentials` (401). Throws `account_suspended`, `code_required` and `wrong_code` (403), after a right password alone,
 * `rate_limited` (429) and `unavailable` (503).
 */
export const logIn = defineDirectCommand({
  id: "auth.log-in",
  summary: "Log in with e-mail and password.",
  allow: anyone,
  input: LogIn,
  output: LoginGrant,
  refuses: [
    authErrors.wrong_credentials,
    authErrors.account_suspended,
    authErrors.code_required,
    authErrors.wrong_code,
  ],
  async run(ctx, { email, password, code }) {
    const counted = await countLogin(ctx, email);
    for (;;) {
      const user = await findUserByEmail(ctx, email);
      const match = await matchPassword(password, user?.passwordHash);
      if (!user || match === "wrong" || user.state === "ERASED")
        return refuse(ctx, user, authErrors.wrong_credentials());
      await counted.succeeded();
      // Only a caller who knows the password learns this.
      if (user.state === "SUSPENDED") return refuse(ctx, user, authErrors.account_suspended());
      const betterHash = match === "outdated" ? await hashPassword(password) : undefined;
      const counter = code === undefined ? undefined : await countCode(ctx, user.id);
      const granted = await refusedOr(ctx, user, () =>
        inTransaction(ctx, (tx) => open(tx, user, { betterHash, code })),
      );
      // Otherwise the password was changed while it was looked at, and is looked at again.
      if (!granted) continue;
      await counter?.succeeded();
      return granted;
    }
  },
});

async function refuse(ctx: AppContext, user: User | undefined, refusal: AppError): Promise<never> {
  const row = { action: logIn.id, target: user?.id, outcome: refusal.reason, isUnproven: true };
  await inTransaction(ctx, async (tx) => writeAudit(tx, [row]));
  throw refusal;
}

/** Records a wrong code as a refusal: it was given with a right password. */
async function refusedOr<T>(ctx: AppContext, user: User, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.reason === authErrors.wrong_code.reason)
      return refuse(ctx, user, error);
    throw error;
  }
}

/**
 * Takes the code of an account that has a second factor.
 * @returns when, in milliseconds; undefined for an account without one
 */
async function proofOf(tx: Tx, userId: UserId, code: string | undefined): Promise<number | undefined> {
  const factor = await findFactor(tx, userId);
  if (!factor?.confirmedAt) return undefined;
  if (code === undefined) throw authErrors.code_required();
  await checkCode(tx, factor, code);
  return (await approximateNow(tx.db)).getTime();
}

/** @returns undefined where the account has another password by now than the one that was looked at */
async function open(
  tx: Tx,
  { id: userId, passwordHash }: User,
  { betterHash, code }: { readonly betterHash: string | undefined; readonly code: string | undefined },
): Promise<LoginGrant | undefined> {
  if (betterHash) await setPasswordHash(tx, userId, betterHash, passwordHash);
  const user = await lockUser(tx, userId);
  if (user?.state !== "ACTIVE") throw authErrors.account_suspended();
  if (user.passwordHash !== (betterHash ?? passwordHash)) return undefined;
  const provedAtMs = await proofOf(tx, userId, code);
  return openLogin(tx, user, { action: logIn.id, provedAtMs });
}
