import { setTimeout as sleep } from "node:timers/promises";
import { findActivePerson } from "../../auth/queries.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { AskPasswordReset } from "../contract.ts";
import { countAsking, mayMailLink } from "../limits.ts";
import { resetMail } from "../mail.ts";
import { ASK_ANSWER_MS } from "../policy.ts";
import { mailLink } from "../steps/mail-link.ts";

/**
 * Mails a link with which a forgotten password is replaced. The answer is the same, and comes after the same time, whether
 * or not there is such an account and another link may go there. Throws `rate_limited` (429) for the caller's network.
 */
export const askPasswordReset = defineDirectCommand({
  id: "credentials.ask-password-reset",
  summary: "Have a link mailed with which a forgotten password is replaced.",
  allow: anyone,
  input: AskPasswordReset,
  output: NoOutput,
  async run(ctx, { email }) {
    await countAsking(ctx);
    await Promise.all([mailTo(ctx, email), sleep(ASK_ANSWER_MS)]);
    return {};
  },
});

async function mailTo(ctx: AppContext, email: string): Promise<void> {
  if (!(await mayMailLink(ctx, email))) return;
  await inTransaction(ctx, async (tx) => {
    const person = await findActivePerson(tx, email);
    if (!person) return;
    await mailLink(tx, person, { kind: "reset-password", to: person.email, mail: resetMail() });
    writeAudit(tx, [{ action: askPasswordReset.id, target: person.id, outcome: "ok", isUnproven: true }]);
  });
}
