import { initTRPC, TRPCError } from "@trpc/server";
import type { z } from "zod";
import { type Allow, authorize } from "../operation/allow.ts";
import type { Operation } from "../operation/command.ts";
import { type Actor, type AppContext, newTraceId } from "../operation/context.ts";
import { AppError, type ErrorStatus, platformErrors } from "../operation/errors.ts";
import { parseInput } from "../operation/parse.ts";
import { orUnavailable } from "../operation/unavailable.ts";

const TRPC_CODES = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  405: "METHOD_NOT_SUPPORTED",
  409: "CONFLICT",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  422: "UNPROCESSABLE_CONTENT",
  429: "TOO_MANY_REQUESTS",
  500: "INTERNAL_SERVER_ERROR",
  503: "SERVICE_UNAVAILABLE",
} as const satisfies Record<ErrorStatus, string>;

/** A stream shows signs of life this often, so that both ends notice when the other is gone. */
const PING_MS = 15_000;

const t = initTRPC
  .context<AppContext>()
  .meta<{ readonly public: boolean }>()
  .create({
    sse: {
      ping: { enabled: true, intervalMs: PING_MS },
      client: { reconnectAfterInactivityMs: 3 * PING_MS },
    },
    /** The UI picks its message by `reason` and fills in `params`; for an unknown fault it shows only the trace id. */
    errorFormatter: ({ shape, error, ctx }) => {
      const refusal = error.cause instanceof AppError ? error.cause : refusalOf(error);
      const { reason, params, status, retryAfterSeconds, traceId = ctx?.traceId ?? newTraceId() } = refusal;
      return {
        ...shape,
        data: { code: shape.data.code, httpStatus: status, reason, params, retryAfterSeconds, traceId },
      };
    },
  });

/** What tRPC itself refuses: a request that no procedure was asked for with. Everything else is a fault of ours. */
function refusalOf({ code, cause, message }: TRPCError): AppError {
  if (code === "NOT_FOUND") return platformErrors.not_found({ what: "call" });
  if (code === "METHOD_NOT_SUPPORTED") return platformErrors.method_not_allowed();
  if (code === "UNSUPPORTED_MEDIA_TYPE") return platformErrors.json_required();
  if (code !== "BAD_REQUEST" && code !== "PARSE_ERROR") return platformErrors.internal();
  return cause instanceof SyntaxError
    ? platformErrors.malformed_json()
    : platformErrors.invalid_argument({ path: "input", problem: message });
}

export const router = t.router;

/** Makes a refusal one that tRPC passes on as such. */
export const asTrpcError = (cause: unknown): never => {
  const error = orUnavailable(cause);
  if (error instanceof AppError)
    throw new TRPCError({ code: TRPC_CODES[error.status], message: error.message, cause: error });
  throw error;
};

/** Serves an operation as a tRPC mutation; the operation parses its own input. */
export const mutation = <I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>) =>
  t.procedure
    .input(passThrough<I>())
    .mutation(({ ctx, input }) =>
      operation.execute(ctx, input as z.input<I>).then(({ output }) => output, asTrpcError),
    );

/** Serves an operation as a tRPC query. */
export const query = <I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>) =>
  t.procedure
    .input(passThrough<I>())
    .query(({ ctx, input }) =>
      operation.execute(ctx, input as z.input<I>).then(({ output }) => output, asTrpcError),
    );

/** Something that tells news for as long as one listens. */
export interface Watch<I extends z.ZodType, T, A extends Actor = Actor> {
  readonly input: I;
  readonly allow: Allow<A>;
  /** Tells until `ends` aborts, and then returns. Throws what the watcher is refused with. */
  readonly run: (ctx: AppContext<A>, input: z.output<I>, ends: AbortSignal) => AsyncIterable<T>;
}

/** Serves a watch as a tRPC subscription. */
export const subscription = <I extends z.ZodType, T, A extends Actor>(watch: Watch<I, T, A>) =>
  t.procedure
    .meta({ public: watch.allow.public })
    .input(passThrough<I>())
    .subscription(({ ctx, input, signal = new AbortController().signal }) =>
      deliver(ctx, watch, input as z.input<I>, signal),
    );

/**
 * Delivers news for as long as the right to it lasts. What is not for everyone is delivered only after asking whether it
 * does, at that moment: word of its end may still be on the way to this process.
 */
async function* deliver<I extends z.ZodType, T, A extends Actor>(
  ctx: AppContext,
  watch: Watch<I, T, A>,
  input: z.input<I>,
  gone: AbortSignal,
): AsyncGenerator<T, void> {
  const { authority, actor } = ctx;
  try {
    authorize(watch.allow, ctx);
    if (actor.kind === "user" && !authority) throw platformErrors.unauthorized();
    const ends = authority ? AbortSignal.any([gone, authority.signal]) : gone;
    for await (const news of watch.run(ctx, parseInput(watch.input, input), ends)) {
      if (!watch.allow.public) await authority?.confirm();
      if (ends.aborted) break;
      yield news;
    }
    authority?.signal.throwIfAborted();
  } catch (error) {
    asTrpcError(error);
  } finally {
    authority?.close();
  }
}

/** Types the input for the client and leaves the parsing to the operation, which every caller passes through. */
const passThrough =
  <I extends z.ZodType>() =>
  (raw: unknown) =>
    raw as z.input<I>;
