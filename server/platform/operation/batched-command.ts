import type { z } from "zod";
import { createBatcher } from "../concurrency/batch.ts";
import { singleton } from "../concurrency/singleton.ts";
import { isConnectionLoss } from "../database/connection-loss.ts";
import { inTransaction } from "../database/transaction.ts";
import { type CommandSpec, defineOperation, ok, writeOutcome } from "./command.ts";
import type { Actor, AppContext, Tx } from "./context.ts";
import { AppError } from "./errors.ts";
import { type Answer, claimFor, claimKeys, type KeyClaim, type Served } from "./idempotency.ts";

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
  /** Serves all requests; a result for each. A refusal is a value: throwing would undo the neighbours. */
  readonly run: (
    tx: Tx,
    requests: readonly BatchRequest<z.output<I>, P, A>[],
  ) => Promise<ReadonlyMap<BatchRequest<z.output<I>, P, A>, z.input<O> | AppError>>;
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
      const served = await claimKeys(
        tx,
        requests.flatMap(({ claim }) => claim ?? []),
      );
      const servedBefore = ({ claim }: Request) => claim && served.get(claim);
      const fresh = requests.filter((request) => !servedBefore(request));
      const results = fresh.length > 0 ? await spec.run(tx, fresh) : new Map();
      const answers = new Map(
        fresh.map((request) => [request, toAnswer(spec, results.get(request))] as const),
      );
      writeOutcome(
        tx,
        spec,
        [...answers].map(([request, answer]) => ({ ...request, answer })),
      );
      return requests.map((request) => {
        const answer = answers.get(request);
        if (answer) return { answer, replayed: false };
        return servedBefore(request) as Served;
      });
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

function toAnswer<O extends z.ZodType>(
  { id, output }: { readonly id: string; readonly output: O },
  result: z.input<O> | AppError | undefined,
): Answer {
  if (result === undefined) throw new Error(`${id} has no result for a request of its batch`);
  return result instanceof AppError ? { ok: false, error: result } : ok(output.parse(result));
}
