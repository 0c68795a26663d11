import { auditLog } from "#db/schema/platform.ts";
import { type Actor, actorId, type Tx } from "./context.ts";
import { record } from "./transaction.ts";

export interface AuditEntry {
  /** The command's id, or a named fact: `payments.callback`. */
  readonly action: string;
  /** The id of what was acted on. */
  readonly target?: string | undefined;
  /** `ok`, or the reason of the refusal. */
  readonly outcome: string;
  readonly meta?: Record<string, unknown> | undefined;
  readonly actor?: Actor;
  readonly traceId?: string;
}

/** Writes audit rows in the transaction of what they record (SPEC 9). */
export const writeAudit = (tx: Tx, entries: readonly AuditEntry[]): void =>
  record(
    tx,
    auditLog,
    entries.map(({ actor = tx.actor, ...entry }) => ({
      actorKind: actor.kind,
      actorId: actorId(actor),
      action: entry.action,
      target: entry.target ?? null,
      outcome: entry.outcome,
      meta: entry.meta ?? null,
      traceId: entry.traceId ?? tx.traceId,
    })),
  );
