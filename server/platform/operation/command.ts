import type { z } from "zod";
import { inTransaction } from "../database/transaction.ts";
import { noteRefusal } from "../http/rendering.ts";
import { beginSpan } from "../tracing/span.ts";
import { type Allow, authorize } from "./allow.ts";
import { writeAudit } from "./audit.ts";
import type { Actor, AppContext, Tx } from "./context.ts";
import { AppError, platformErrors, type Refuse } from "./errors.ts";
import { inTurn } from "./heavy.ts";
import {
  type Answer,
  claimFor,
  claimKeys,
  isFinal,
  type KeyClaim,
  type Served,
  saveResponses,
} from "./idempotency.ts";
import { parseInput } from "./parse.ts";
import { orUnavailable } from "./unavailable.ts";
import { checkDeclared } from "./undeclared-refusals.ts";

/** A command or query as adapters, documentation and tests see it. */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** Runs the operation. @returns the output, and whether it is a replay under an idempotency key */
  execute(ctx: AppContext, raw: z.input<I>): Promise<Outcome<z.output<O>>>;
  readonly id: string;
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  readonly allow: Allow;
  readonly idempotent: boolean;
  /** Its refusals besides the platform's. A test fails if the operation gives a refusal that is not here. */
  readonly refuses: readonly Refuse[];
}

export interface Outcome<T> {
  readonly output: T;
  readonly replayed: boolean;
}

export interface OperationSpec<I extends z.ZodType, O extends z.ZodType, A extends Actor = Actor> {
  /** `<domain>.<verb-noun>`; also the action in log and audit. */
  readonly id: `${string}.${string}`;
  /** One sentence for the documentation. */
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  /** Who may call it; `run` gets a context whose actor has the type that this permits. */
  readonly allow: Allow<A>;
  readonly refuses?: readonly Refuse[];
  /** The name of the webhook that this operation receives, if any. Its effects are recorded as the system's, by this name. */
  readonly webhook?: string;
  /** Whether open pages call it every few seconds, so that a trace of each call would tell nothing. */
  readonly polled?: boolean;
  /**
   * Whether this call takes long on the event loop, as what reads or writes a whole hall does. Such calls are done one at a
   * time (server/platform/operation/heavy.ts). It gets the input as it came.
   */
  readonly isHeavy?: (ctx: AppContext, raw: unknown) => boolean | Promise<boolean>;
}

/** What the audit row of an operation says besides who, what and when. */
export type AuditOf<I extends z.ZodType, O extends z.ZodType> = (
  input: z.output<I>,
  output: z.output<O> | undefined,
) => { readonly target?: string | undefined; readonly meta?: Record<string, unknown> };

export interface CommandSpec<I extends z.ZodType, O extends z.ZodType, A extends Actor = Actor>
  extends OperationSpec<I, O, A> {
  /**
   * Requires an Idempotency-Key and keeps the answer in the transaction of the effect. A command needs it where tickets or
   * money move and a second run could do more or be refused (docs/spec/purchase.md#idempotency).
   */
  readonly idempotent?: boolean;
  /** Also writes an audit row for a refusal, although a refusal changes nothing else. */
  readonly auditRefusals?: boolean;
  readonly audit: AuditOf<I, O>;
  readonly run: (tx: Tx<A>, input: z.output<I>) => Promise<z.input<O>>;
}

/**
 * Defines a command. It parses, authorizes, claims the idempotency key, opens the transaction, runs, saves the answer, writes
 * the audit row and commits, so an adapter adds nothing.
 * @returns `command(ctx, input)`; `.execute` also says whether the answer is a replay
 */
export function defineCommand<I extends z.ZodType, O extends z.ZodType, A extends Actor>(
  spec: CommandSpec<I, O, A>,
) {
  /** Runs `work` for the first caller with the key; later callers get the stored answer. */
  const once = (ctx: AppContext<A>, claim: KeyClaim | undefined, work: (tx: Tx<A>) => Promise<Answer>) =>
    inTransaction(ctx, async (tx): Promise<Served> => {
      const served = claim && (await claimKeys(tx, [claim])).get(claim);
      return served ?? { answer: await work(tx), replayed: false };
    });

  const serve = async (ctx: AppContext<A>, input: z.output<I>): Promise<Served> => {
    const claim = spec.idempotent ? claimFor(ctx, spec.id, input) : undefined;
    try {
      return await once(ctx, claim, async (tx) => {
        const answer = ok(spec.output.parse(await spec.run(tx, input)));
        writeOutcome(tx, spec, [{ ctx, input, claim, answer }]);
        return answer;
      });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (!(claim && isFinal(error)) && !spec.auditRefusals) throw error;
      // The refusal rolled the transaction back, so its answer and audit row need another transaction.
      return once(ctx, claim, async (tx) => {
        const answer = { ok: false, error } as const;
        writeOutcome(tx, spec, [{ ctx, input, claim, answer }]);
        return answer;
      });
    }
  };

  return defineOperation<I, O, A>(spec, spec.idempotent ?? false, serve);
}

/** Defines a read: it parses, authorizes and runs without a transaction. It is logged at the debug level. */
export function defineQuery<I extends z.ZodType, O extends z.ZodType, A extends Actor>(
  spec: DirectSpec<I, O, A>,
) {
  return defineOperation<I, O, A>({ ...spec, logLevel: "debug" }, false, direct(spec));
}

/**
 * A change that decides itself when it opens a transaction: it changes Redis alone, asks an outside party before it locks
 * anything, works in several transactions, or often has nothing to write. It takes no idempotency key and writes its own
 * audit rows.
 */
export function defineDirectCommand<I extends z.ZodType, O extends z.ZodType, A extends Actor>(
  spec: DirectSpec<I, O, A>,
) {
  return defineOperation<I, O, A>(spec, false, direct(spec));
}

type DirectSpec<I extends z.ZodType, O extends z.ZodType, A extends Actor> = OperationSpec<I, O, A> & {
  readonly run: (ctx: AppContext<A>, input: z.output<I>) => Promise<z.input<O>>;
};

const direct =
  <I extends z.ZodType, O extends z.ZodType, A extends Actor>(spec: DirectSpec<I, O, A>) =>
  async (ctx: AppContext<A>, input: z.output<I>) => ({
    answer: ok(spec.output.parse(await spec.run(ctx, input))),
    replayed: false,
  });

/** Defines what commands, batched commands and queries share: they parse, authorize, serve and log. */
export function defineOperation<I extends z.ZodType, O extends z.ZodType, A extends Actor>(
  spec: OperationSpec<I, O, A> & { readonly logLevel?: "info" | "debug" },
  idempotent: boolean,
  serve: (ctx: AppContext<A>, input: z.output<I>) => Promise<Served>,
) {
  const { logLevel = "info" } = spec;
  const conclude = (ctx: AppContext, outcome: string, startedAt: number) => {
    ctx.span?.end(outcome);
    if (ctx.log.isLevelEnabled(logLevel)) ctx.log[logLevel](logFieldsOf(ctx, spec.id, outcome, startedAt));
  };
  const contextOf = (given: AppContext): AppContext => {
    const span = logLevel === "info" && !spec.polled ? beginSpan(spec.id, "server", given) : undefined;
    const ctx = span ? { ...given, span } : given;
    return spec.webhook ? { ...ctx, actor: { kind: "system", job: spec.webhook } } : ctx;
  };
  const execute = async (given: AppContext, raw: z.input<I>): Promise<Outcome<z.output<O>>> => {
    const startedAt = performance.now();
    const ctx = contextOf(given);
    try {
      authorize(spec.allow, given);
      // A webhook runs as the system, which has to be permitted too.
      authorize(spec.allow, ctx);
      const work = async () => serve(ctx, parseInput(spec.input, raw));
      const { answer, replayed } = await ((await spec.isHeavy?.(ctx, raw)) ? inTurn(ctx, work) : work());
      if (!answer.ok) throw Object.assign(answer.error, { replayed });
      conclude(ctx, replayed ? "replayed" : "ok", startedAt);
      return { output: answer.output as z.output<O>, replayed };
    } catch (cause) {
      const error = orUnavailable(cause);
      noteRefusal(error);
      if (error instanceof AppError) checkDeclared(ctx, spec, error.reason);
      conclude(ctx, error instanceof AppError ? error.reason : "error", startedAt);
      throw error;
    }
  };
  const call = async (ctx: AppContext, raw: z.input<I>) => (await execute(ctx, raw)).output;
  const { id, summary, input, output, allow, refuses = [] } = spec;
  return Object.assign(call, { execute, id, summary, input, output, allow, idempotent, refuses });
}

export const ok = (output: unknown): Answer => ({ ok: true, output });

/** One caller's request and its answer. */
interface Answered<Input> {
  readonly ctx: AppContext;
  readonly input: Input;
  readonly claim: KeyClaim | undefined;
  readonly answer: Answer;
}

/** Saves final answers under their keys and writes the audit rows, in the transaction of the effect. */
export function writeOutcome<I extends z.ZodType, O extends z.ZodType>(
  tx: Tx,
  spec: Pick<CommandSpec<I, O>, "id" | "audit" | "auditRefusals">,
  requests: readonly Answered<z.output<I>>[],
): void {
  const kept = requests.flatMap(({ ctx: { traceId }, claim, answer }) =>
    claim && (answer.ok || isFinal(answer.error)) ? [{ claim, answer, traceId }] : [],
  );
  saveResponses(tx, kept);
  const audited = requests.filter(({ answer }) => answer.ok || spec.auditRefusals);
  writeAudit(
    tx,
    audited.map(({ ctx: { actor, traceId }, input, answer }) => ({
      ...{ actor, traceId, action: spec.id },
      outcome: answer.ok ? "ok" : answer.error.reason,
      isUnproven: !answer.ok && answer.error.reason === platformErrors.bad_signature.reason,
      ...spec.audit(input, answer.ok ? (answer.output as z.output<O>) : undefined),
    })),
  );
}

/** The log line of an operation (docs/spec/operations.md#logs). */
const logFieldsOf = (ctx: AppContext, action: string, outcome: string, startedAt: number) => ({
  traceId: ctx.traceId,
  userId: ctx.actor.kind === "user" ? ctx.actor.userId : undefined,
  action,
  outcome,
  latencyMs: Math.round((performance.now() - startedAt) * 10) / 10,
});
