import type { z } from "zod";
import { writeAudit } from "./audit.ts";
import { createBatcher } from "./batch.ts";
import { type AuditOf, auditEntry, defineOperation, type OperationSpec, ok } from "./command.ts";
import type { AppContext, Tx } from "./context.ts";
import { AppError } from "./errors.ts";
import {
  type Answer,
  type ClaimResult,
  claimFor,
  claimKeys,
  isFinal,
  type KeyClaim,
  keepAnswers,
} from "./idempotency.ts";
import { singleton } from "./singleton.ts";
import { inTransaction } from "./transaction.ts";

/** More in one transaction would only lengthen its locks. */
const BATCH_SIZE_MAX = 256;

/** One caller's part of a batch. */
export interface BatchRequest<Input, Prepared> {
  readonly ctx: AppContext;
  readonly input: Input;
  readonly prepared: Prepared;
}

interface BatchedCommandSpec<I extends z.ZodType, O extends z.ZodType, P> extends OperationSpec<I, O> {
  readonly audit: AuditOf<I, O>;
  /** Requests with the same value may share a transaction. */
  readonly batchBy: (input: z.output<I>) => string;
  /** What must be asked outside Postgres before the transaction opens; a refusal is returned, not thrown. */
  readonly prepare: (ctx: AppContext, input: z.output<I>) => Promise<P>;
  /** Serves all requests; one result each, in order. A refusal is a value: throwing would undo the neighbours. */
  readonly run: (
    tx: Tx,
    requests: readonly BatchRequest<z.output<I>, P>[],
  ) => Promise<readonly (z.input<O> | AppError)[]>;
}

/**
 * A command whose callers, when they arrive together, are committed together (SPEC 5: a burst must not queue on one
 * row lock). The outside is that of an idempotent command: each caller has its own key, answer and audit row.
 */
export function defineBatchedCommand<I extends z.ZodType, O extends z.ZodType, P>(
  spec: BatchedCommandSpec<I, O, P>,
) {
  type Request = BatchRequest<z.output<I>, P> & { readonly claim: KeyClaim };

  const serveBatch = (first: AppContext, requests: readonly Request[]) =>
    inTransaction({ ...first, actor: { kind: "system", job: spec.id } }, async (tx) => {
      const claims = await claimKeys(
        tx,
        requests.map(({ claim }) => claim),
      );
      const fresh = requests.filter((_, index) => claims[index]?.kind === "fresh");
      const results = fresh.length > 0 ? await spec.run(tx, fresh) : [];
      const answers = results.map((result) => toAnswer(spec.output, result));
      await keep(tx, fresh, answers);
      const queue = [...answers];
      return claims.map((claim) => settle(claim, queue));
    });

  const keep = (tx: Tx, fresh: readonly Request[], answers: readonly Answer[]) => {
    const kept = fresh.flatMap(({ claim, ctx }, index) => {
      const answer = answers[index] as Answer;
      return answer.ok || isFinal(answer.error) ? [{ claim, answer, traceId: ctx.traceId }] : [];
    });
    const audited = fresh.flatMap(({ ctx, input }, index) => {
      const answer = answers[index] as Answer;
      return answer.ok
        ? [{ ...auditEntry(spec, input, answer), actor: ctx.actor, traceId: ctx.traceId }]
        : [];
    });
    writeAudit(tx, audited);
    return keepAnswers(tx, kept);
  };

  const join = singleton(`batch:${spec.id}`, () =>
    createBatcher<Request, { answer: Answer; replayed: boolean }>({
      sizeMax: BATCH_SIZE_MAX,
      work: (_key, requests) => serveBatch((requests[0] as Request).ctx, requests),
    }),
  );

  return defineOperation<I, O>(spec, true, async (ctx, input) => {
    const claim = claimFor(ctx, spec.id, input);
    const prepared = await spec.prepare(ctx, input);
    return join(spec.batchBy(input), { ctx, input, prepared, claim });
  });
}

const toAnswer = <O extends z.ZodType>(output: O, result: z.input<O> | AppError): Answer =>
  result instanceof AppError ? { ok: false, error: result } : ok(output.parse(result));

/** The caller's answer: its own result where it was fresh, else what its key already meant. */
function settle(claim: ClaimResult, answers: Answer[]): { answer: Answer; replayed: boolean } {
  if (claim.kind === "replay") return { answer: claim.answer, replayed: true };
  if (claim.kind === "refused") return { answer: { ok: false, error: claim.error }, replayed: false };
  return { answer: answers.shift() as Answer, replayed: false };
}
