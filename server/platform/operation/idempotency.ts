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

/** An answer, and whether it is a replay under the same key. */
export interface Served {
  readonly answer: Answer;
  readonly replayed: boolean;
}

/**
 * Claims keys for this transaction and looks up what is known of them. The lock is the transaction's own, so a first
 * request that crashes frees its key at once; a second one does not wait but is refused with Retry-After.
 * @returns the answers of claims that are not to be served now, by claim: the one that was given before, or the refusal
 * of a key that another request has, also within the batch
 */
export async function claimKeys(tx: Tx, claims: readonly KeyClaim[]): Promise<Map<KeyClaim, Served>> {
  if (claims.length === 0) return new Map();
  const wanted = sql`json_to_recordset(${JSON.stringify(claims)}::json) as claim(scope text, key text)`;
  const locks = await tx.db.execute<{ scope: string; key: string; locked: boolean }>(
    sql`select scope, key, pg_try_advisory_xact_lock(hashtextextended(scope || ':' || key, 0)) as locked
        from ${wanted}`,
  );
  // The snapshot of this statement is taken after the locks, so it sees what their last holders committed.
  const rows = await tx.db.execute<{
    scope: string;
    key: string;
    fingerprint: string;
    outcome: string;
    body: string;
  }>(
    sql`select scope, key, fingerprint, outcome, body from idempotency_keys join ${wanted} using (scope, key)
        where expires_at > app_now()`,
  );
  const known = new Map(rows.map((row) => [nameOf(row), row]));
  const free = new Set(locks.filter(({ locked }) => locked).map(nameOf));
  const served = new Map<KeyClaim, Served>();
  const refuse = (claim: KeyClaim, error: AppError) =>
    served.set(claim, { answer: { ok: false, error }, replayed: false });
  for (const claim of claims) {
    const name = nameOf(claim);
    const row = known.get(name);
    if (row && row.fingerprint !== claim.fingerprint) refuse(claim, platformErrors.idempotency_key_reused());
    else if (row) served.set(claim, { answer: restoreAnswer(row), replayed: true });
    else if (!free.delete(name)) refuse(claim, platformErrors.idempotency_in_progress());
  }
  return served;
}

const nameOf = ({ scope, key }: Pick<KeyClaim, "scope" | "key">): string => `${scope}:${key}`;

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

/** Erases the answers that a person was given, in the caller's transaction. */
export const eraseKeysOf = (tx: Tx, userId: string) =>
  tx.db.delete(idempotencyKeys).where(sql`starts_with(${idempotencyKeys.scope}, ${`${userId}:`})`);
