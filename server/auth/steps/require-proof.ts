import { env } from "../../platform/config/env.ts";
import type { Actor, Tx } from "../../platform/operation/context.ts";
import { hasFactor, requireRecentProof } from "../queries.ts";

/**
 * Whether it is the operator who acts now, and not someone at a login session of theirs: a code or a passkey was given
 * within ten minutes. Of an operator without a second factor none is asked where the setting demands none. Acts of the
 * product itself pass.
 * @throws `proof_required` (403), `unavailable` (503)
 */
export async function requireProof(tx: Tx<Actor>): Promise<void> {
  const { actor } = tx;
  if (actor.kind !== "user") return;
  if (env.OPERATOR_SECOND_FACTOR || (await hasFactor(tx, actor.userId))) await requireRecentProof(tx, actor);
}
