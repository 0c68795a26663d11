import type { z } from "zod";
import { createBatcher } from "../concurrency/batch.ts";
import { singleton } from "../concurrency/singleton.ts";
import { isConnectionLoss } from "../database/connection-loss.ts";
import { inTransaction } from "../database/transaction.ts";
import { type CommandSpec, defineOperation, ok, writeOutcome } from "./command.ts";
import type { Actor, AppContext, Tx } from "./context.ts";
import { AppError } from "./errors.ts";
import { type Answer, claimFor, claimKeys, type KeyClaim, type Served, servedBefore } from "./idempotency.ts";

/** More in one transaction would only lengthen its locks. */
const BATCH_SIZE_MAX = 256;

/** One caller's part of a batch. */
export interface BatchRequest<Input, Prepared, A extends Actor = Actor> {
  readonly ctx: AppContext<A>;
  readonly input: Input;
  readonly prepared: Prepared;
}

interface BatchedCommandSpec<I extends z.ZodType, O extends z.ZodType, P, A extends Actor>
  extends Omit<CommandSpec<I, O, A>, "run"> {
  /** Requests with the same value may share a transaction; without it, all may. */
  readonly batchBy?: (input: z.output<I>) => string;
  /** What must be known before the transaction opens; a refusal is returned, not thrown. */
  readonly prepare: (ctx: AppContext<A>, input: z.output<I>) => Promise<P> | P;
  /** Serves all requests; one result each, in order. A refusal is a value: throwing would undo the neighbours. */
  readonly run: (
    tx: Tx,
    requests: readonly BatchRequest<z.output<I>, P, A>[],
  ) => Promise<readonly (z.input<O> | AppError)[]>;
}

/**
 * A command whose callers, when they arrive together, are committed together, so that a rush does not queue on one row
 * lock. The outside is that of any command: each caller has its own key, answer and audit row.
 */
export function defineBatchedCommand<I extends z.ZodType, O extends z.ZodType, P, A extends Actor>(
  spec: BatchedCommandSpec<I, O, P, A>,
) {
  type Request = BatchRequest<z.output<I>, P, A> & { readonly claim: KeyClaim | undefined };

  const serveBatch = (first: AppContext, requests: readonly Request[]) =>
    inTransaction({ ...first, actor: { kind: "system", job: spec.id } }, async (tx) => {
      const known = await claimAll(tx, requests);
      const fresh = requests.filter((_, index) => !known[index]);
      const results = fresh.length > 0 ? await spec.run(tx, fresh) : [];
      const answers = results.map((result) => toAnswer(spec.output, result));
      const answered = fresh.map((request, index) => ({ ...request, answer: answers[index] as Answer }));
      writeOutcome(tx, spec, answered);
      const own = answers.values();
      return known.map((served) => served ?? { answer: own.next().value as Answer, replayed: false });
    });

  const join = singleton(`batch:${spec.id}`, () =>
    createBatcher<Request, Served>({
      sizeMax: BATCH_SIZE_MAX,
      isTransient: isConnectionLoss,
      work: (_key, requests) => serveBatch((requests[0] as Request).ctx, requests),
    }),
  );

  return defineOperation<I, O, A>(spec, spec.idempotent ?? false, async (ctx, input) => {
    const claim = spec.idempotent ? claimFor(ctx, spec.id, input) : undefined;
    const prepared = await spec.prepare(ctx, input);
    return join(spec.batchBy?.(input) ?? "", { ctx, input, prepared, claim });
  });
}

/** For each request what its key already means; undefined where it is to be served now. */
async function claimAll(
  tx: Tx,
  requests: readonly { readonly claim: KeyClaim | undefined }[],
): Promise<(Served | undefined)[]> {
  const wanted = requests.flatMap(({ claim }) => claim ?? []);
  const results = (wanted.length > 0 ? await claimKeys(tx, wanted) : []).values();
  return requests.map(({ claim }) => (claim ? servedBefore(results.next().value) : undefined));
}

const toAnswer = <O extends z.ZodType>(output: O, result: z.input<O> | AppError): Answer =>
  result instanceof AppError ? { ok: false, error: result } : ok(output.parse(result));
