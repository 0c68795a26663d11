import { env } from "../../platform/config/env.ts";
import { approximateNow } from "../../platform/database/clock.ts";
import type { Actor, Tx } from "../../platform/operation/context.ts";
import { authErrors } from "../errors.ts";
import { PROOF_SECONDS } from "../factors.policy.ts";
import { findFactor } from "../factors.store.ts";
import { readProof } from "../standing.store.ts";

/**
 * Whether it is the operator who acts now, and not someone at a login session of theirs: a code was given within ten
 * minutes. Of an operator without a second factor none is asked where the setting demands none. Acts of the product itself
 * pass.
 * @throws `proof_required` (403), `unavailable` (503)
 */
export async function requireProof(tx: Tx<Actor>): Promise<void> {
  const { actor } = tx;
  if (actor.kind !== "user") return;
  const factor = await findFactor(tx, actor.userId);
  if (!factor?.confirmedAt && !env.OPERATOR_SECOND_FACTOR) return;
  const now = await approximateNow(tx.db);
  const provedAt = await readProof(tx, actor.loginSessionId);
  if (provedAt === undefined || now.getTime() - provedAt > PROOF_SECONDS * 1000)
    throw authErrors.proof_required();
}
