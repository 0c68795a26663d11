import { countAudited, writeAudit } from "../../platform/operation/audit.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { catalogErrors } from "../errors.ts";
import { CHANGED, CHANGES_PER_HOUR_MAX } from "../policy.ts";

interface Changed {
  readonly what: keyof typeof CHANGED;
  readonly id: string;
  /** Whether buyers are notified. */
  readonly isTold: boolean;
  /** `oldVenue`, `newVenue`. */
  readonly meta: Readonly<Record<string, string>>;
}

/**
 * Records who changed what about an event or an event session, in the caller's transaction, which has its row locked.
 * The limit does not apply to an admin, whose change may be the correction.
 * @throws `too_many_changes` (429) if buyers would be notified too often
 */
export async function recordChange(tx: Tx, { what, id, isTold, meta }: Changed): Promise<void> {
  const action = CHANGED[what];
  const isLimited = isTold && !(tx.actor.kind === "user" && tx.actor.role === "ADMIN");
  if (isLimited && (await countAudited(tx, action, id, HOUR_SECONDS)) >= CHANGES_PER_HOUR_MAX)
    throw catalogErrors.too_many_changes({ limit: CHANGES_PER_HOUR_MAX });
  writeAudit(tx, [{ action, target: id, outcome: "ok", meta: { ...meta } }]);
}

const HOUR_SECONDS = 3600;
