import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { idempotencyKeys } from "#db/schema/platform.ts";
import { insertAtCommit } from "../database/transaction.ts";
import type { AppContext, Tx } from "./context.ts";
import { type AppError, platformErrors, restoreError } from "./errors.ts";

/** A request's claim on its key: who, which endpoint, which key, and what was asked. */
export interface KeyClaim {
  /** `<user id>:<command id>`. */
  readonly scope: string;
  readonly key: string;
  /** SHA-256 of the parsed input, in hex: the same key with another request is refused. */
  readonly fingerprint: string;
}

/** `fresh`: run it. Anything else is already the answer. */
export type ClaimResult =
  | { readonly kind: "fresh" }
  | { readonly kind: "replay"; readonly answer: Answer }
  | { readonly kind: "refused"; readonly error: AppError };

/** What a call came to: the output as it is sent (JSON), or the refusal. */
export type Answer =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly error: AppError };

/**
 * The claim a request makes on its Idempotency-Key.
 * @throws `idempotency_key_missing`, `idempotency_key_invalid` (400); `unauthorized` for a caller without an account
 */
export function claimFor(ctx: AppContext, commandId: string, input: unknown): KeyClaim {
  const { actor, idempotencyKey } = ctx;
  if (actor.kind !== "user") throw platformErrors.unauthorized();
  if (!idempotencyKey) throw platformErrors.idempotency_key_missing();
  if (!/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) throw platformErrors.idempotency_key_invalid();
  const fingerprint = createHash("sha256").update(JSON.stringify(input)).digest("hex");
  return { scope: `${actor.userId}:${commandId}`, key: idempotencyKey, fingerprint };
}

/**
 * Claims keys for this transaction and looks up what is known of them. The lock is the transaction's own, so a first
 * request that crashes frees its key at once; a second one does not wait but is told to come back.
 * @returns one result a claim, in order; a key claimed twice in one batch is `refused` the second time
 */
export async function claimKeys(tx: Tx, claims: readonly KeyClaim[]): Promise<ClaimResult[]> {
  const wanted = sql`json_to_recordset(${JSON.stringify(claims)}::json) as claim(scope text, key text)`;
  // Two statements, sent together: the second one's snapshot is taken after the locks, so it sees what their last
  // holders committed.
  const [locks, rows] = await Promise.all([
    tx.db.execute<{ locked: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(scope || ':' || key, 0)) as locked from ${wanted}`,
    ),
    tx.db.execute<{ scope: string; key: string; fingerprint: string; outcome: string; body: string }>(
      sql`select scope, key, fingerprint, outcome, body from idempotency_keys join ${wanted} using (scope, key)
          where expires_at > app_now()`,
    ),
  ]);
  const known = new Map(rows.map((row) => [`${row.scope}:${row.key}`, row]));
  const claimed = new Set<string>();
  return claims.map((claim, index) => {
    const name = `${claim.scope}:${claim.key}`;
    const row = known.get(name);
    if (row && row.fingerprint !== claim.fingerprint)
      return { kind: "refused", error: platformErrors.idempotency_key_reused() };
    if (row) return { kind: "replay", answer: restoreAnswer(row) };
    if (!locks[index]?.locked || claimed.has(name))
      return { kind: "refused", error: platformErrors.idempotency_in_progress() };
    claimed.add(name);
    return { kind: "fresh" };
  });
}

/** What a caller is told, and whether it was told so before under the same key. */
export interface Served {
  readonly answer: Answer;
  readonly replayed: boolean;
}

/** What a claim is answered with when it is not fresh. */
export function servedBefore(claim: ClaimResult | undefined): Served | undefined {
  if (claim?.kind === "replay") return { answer: claim.answer, replayed: true };
  if (claim?.kind === "refused") return { answer: { ok: false, error: claim.error }, replayed: false };
  return undefined;
}

/** Keeps the answers of fresh claims with the transaction; a row past its day gives way. */
export function saveResponses(
  tx: Tx,
  answers: readonly { claim: KeyClaim; answer: Answer; traceId: string }[],
): void {
  const rows = answers.map(({ claim, answer, traceId }) => ({
    ...claim,
    outcome: answer.ok ? ("ok" as const) : ("refused" as const),
    body: JSON.stringify(answer.ok ? answer.output : refusalToKeep(answer.error, traceId)),
  }));
  insertAtCommit(
    tx,
    idempotencyKeys,
    rows,
    sql`on conflict (scope, key) do update
          set fingerprint = excluded.fingerprint, outcome = excluded.outcome, body = excluded.body,
              created_at = excluded.created_at, expires_at = excluded.expires_at
          where idempotency_keys.expires_at <= app_now()`,
  );
}

/**
 * Whether a refusal is the request's final answer and is kept. One that only says "not now" or "who are you" is not:
 * the same key must be able to succeed later.
 */
export const isFinal = (error: AppError): boolean =>
  error.retry === "no" && error.status !== 400 && error.status !== 401 && error.status !== 403;

const refusalToKeep = ({ reason, params, retryAfterSeconds }: AppError, traceId: string) => ({
  reason,
  params,
  retryAfterSeconds,
  traceId,
});

const restoreAnswer = (row: { outcome: string; body: string }): Answer => {
  const kept = JSON.parse(row.body);
  return row.outcome === "ok" ? { ok: true, output: kept } : { ok: false, error: restoreError(kept) };
};

const PURGED_MAX = 1000;

/** Erases answers that are older than a day, in small batches. @returns how many */
export async function purgeKeys(ctx: AppContext): Promise<number> {
  let purged = 0;
  for (;;) {
    const rows = await ctx.db.execute(sql`
      delete from idempotency_keys where (scope, key) in (
        select scope, key from idempotency_keys where expires_at <= app_now()
        limit ${PURGED_MAX} for update skip locked)
      returning scope`);
    purged += rows.length;
    if (rows.length < PURGED_MAX) return purged;
  }
}
