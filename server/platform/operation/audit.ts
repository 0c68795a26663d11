import { and, eq, gt, inArray } from "drizzle-orm";
import { auditLog } from "#db/schema/platform.ts";
import { singleton } from "../concurrency/singleton.ts";
import { inSeconds } from "../database/clock.ts";
import { inList } from "../database/rows.ts";
import { insertAtCommit } from "../database/transaction.ts";
import { type Actor, type AppContext, actorId, type Tx } from "./context.ts";

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
  /** Whether anyone can cause it without proving anything, such as a call without the right signature. */
  readonly isUnproven?: boolean;
}

/**
 * What strangers may write of one action, for each process: so many at once, and then so many a minute. Rows of the audit
 * log can never be deleted, so those beyond are only in the log, and the next row that is written says how many they were.
 */
const UNPROVEN_AT_ONCE_MAX = 300;
const UNPROVEN_PER_MINUTE = 10;
const MINUTE_MS = 60_000;
const unproven = singleton(
  "unproven-audit",
  () => new Map<string, { left: number; atMs: number; unrecorded: number }>(),
);

/** The entry as it may be written, with the number of those before it that were not; undefined for one too many. */
function withinLimit(entry: AuditEntry): AuditEntry | undefined {
  if (!entry.isUnproven) return entry;
  const atMs = performance.now();
  const known = unproven.get(entry.action) ?? { left: UNPROVEN_AT_ONCE_MAX, atMs, unrecorded: 0 };
  const regained = ((atMs - known.atMs) / MINUTE_MS) * UNPROVEN_PER_MINUTE;
  const left = Math.min(UNPROVEN_AT_ONCE_MAX, known.left + regained);
  const isFull = left < 1;
  const { unrecorded } = known;
  unproven.set(entry.action, {
    ...{ left: isFull ? left : left - 1, atMs },
    unrecorded: isFull ? unrecorded + 1 : 0,
  });
  if (isFull) return undefined;
  return unrecorded > 0 ? { ...entry, meta: { ...entry.meta, unrecorded } } : entry;
}

/** Writes audit rows in the transaction of what they record; of those that strangers cause, a limited number. */
export const writeAudit = (tx: Tx, entries: readonly AuditEntry[]): void =>
  insertAtCommit(
    tx,
    auditLog,
    entries
      .flatMap((entry) => withinLimit(entry) ?? [])
      .map(({ actor = tx.actor, ...entry }) => ({
        actorKind: actor.kind,
        actorId: actorId(actor),
        action: entry.action,
        target: entry.target ?? null,
        outcome: entry.outcome,
        meta: entry.meta ?? null,
        traceId: entry.traceId ?? tx.traceId,
      })),
  );

/** What the audit log has of these actions on these targets, the first one first. */
export const auditOf = (ctx: AppContext, actions: readonly string[], targets: readonly string[]) =>
  ctx.db
    .select({ target: auditLog.target, meta: auditLog.meta, at: auditLog.at })
    .from(auditLog)
    .where(and(inList(auditLog.target, targets), inArray(auditLog.action, [...actions])))
    .orderBy(auditLog.seq);

/** How often an action on a target was recorded within so many seconds. */
export const countAudited = (ctx: AppContext, action: string, target: string, seconds: number) =>
  ctx.db.$count(
    auditLog,
    and(eq(auditLog.target, target), eq(auditLog.action, action), gt(auditLog.at, inSeconds(-seconds))),
  );
