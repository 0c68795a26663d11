import { approximateNow } from "../../platform/database/clock.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { AppError } from "../../platform/operation/errors.ts";
import { lockUser } from "../accounts.store.ts";
import { LogInWithPasskey, LoginGrant } from "../contract.ts";
import { authErrors } from "../errors.ts";
import { countPasskey } from "../limits.ts";
import { challengeFor } from "../passkeys.policy.ts";
import { findPasskey } from "../passkeys.store.ts";
import { checkPasskey } from "../steps/check-passkey.ts";
import { openLogin } from "../steps/open-login.ts";

const ID = "auth.log-in-with-passkey";

/**
 * Opens a login session for whose passkey it is, which counts as with a second factor: the passkey was unlocked by a
 * finger, a face or a PIN. Throws `passkey_unknown` (401), `passkey_refused`, `account_suspended` (403), `rate_limited`
 * (429) and `unavailable` (503).
 */
export const logInWithPasskey = defineDirectCommand({
  id: ID,
  summary: "Log in with a passkey.",
  allow: anyone,
  input: LogInWithPasskey,
  output: LoginGrant,
  refuses: [authErrors.passkey_unknown, authErrors.passkey_refused, authErrors.account_suspended],
  async run(ctx, { answer }): Promise<LoginGrant> {
    const passkey = await findPasskey(ctx, answer.id);
    const counted = await countPasskey(ctx, passkey?.userId);
    if (!passkey) return refuse(ctx, undefined, authErrors.passkey_unknown());
    const { userId } = passkey;
    try {
      const granted = await inTransaction(ctx, async (tx): Promise<LoginGrant> => {
        // A suspension waits, or was waited for.
        const user = await lockUser(tx, userId);
        await checkPasskey(tx, passkey, { answer, use: challengeFor.login });
        if (user?.state !== "ACTIVE") throw authErrors.account_suspended();
        const provedAtMs = (await approximateNow(tx.db)).getTime();
        return openLogin(tx, user, { action: ID, provedAtMs });
      });
      await counted.succeeded();
      return granted;
    } catch (error) {
      if (error instanceof AppError && error.status === 403) return refuse(ctx, userId, error);
      throw error;
    }
  },
});

async function refuse(ctx: AppContext, target: string | undefined, refusal: AppError): Promise<never> {
  const row = { action: ID, target, outcome: refusal.reason, isUnproven: true };
  await inTransaction(ctx, async (tx) => writeAudit(tx, [row]));
  throw refusal;
}
