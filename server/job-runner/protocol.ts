import { createHash, createHmac, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import canonicalize from "canonicalize";
import { z } from "zod";
import { readRetryAfter } from "../platform/http/retry-after.ts";
import { explainError } from "../platform/logging/failure.ts";
import type { DriverEvent, FailureError, Progress, RunnerFault } from "./contract.ts";

/** How the driver reaches the app: a request to its own `/api/inngest`, and its answer. */
export type Ask = (request: Request) => Promise<Response>;

const FunctionConfig = z.object({
  id: z.string(),
  triggers: z.array(
    z.object({
      event: z.string().optional(),
      cron: z.string().optional(),
      expression: z.string().optional(),
    }),
  ),
  steps: z.object({ step: z.object({ retries: z.object({ attempts: z.int() }).optional() }) }),
  concurrency: z
    .union([z.int(), z.array(z.object({ limit: z.int() })).transform(([first]) => first?.limit)])
    .optional(),
});
export type FunctionConfig = z.output<typeof FunctionConfig>;

/** As the app gives its functions away, in an in-band sync and when it registers at a server. */
export const FunctionConfigs = z.array(FunctionConfig);

const Op = z.object({
  id: z.string(),
  op: z.string(),
  /** For a sleep, how long. */
  name: z.string().default(""),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});
export type Op = z.output<typeof Op>;

/** One request to a function: for one of its steps, or to find out what comes next. */
export interface Call {
  readonly stepId?: string;
  readonly attempt: number;
}

export type Answer =
  | { readonly kind: "done" }
  | { readonly kind: "ops"; readonly ops: readonly Op[]; readonly retryInMs: number | undefined }
  | {
      readonly kind: "error";
      readonly retryable: boolean;
      readonly retryInMs: number | undefined;
      readonly error: FailureError;
    };

const FunctionError = z.object({ name: z.string().default("Error"), message: z.string().default("") });

export interface App {
  readonly ask: Ask;
  /** Where it believes to be: the path matters, the host does not. */
  readonly url: string;
  readonly signingKey: string;
}

/** The app's functions, by an in-band sync: what to run, when, and how often to try. */
export async function fetchFunctions(app: App): Promise<FunctionConfig[]> {
  const response = await send(app, "PUT", "", { url: app.url }, { "x-inngest-sync-kind": "in_band" });
  if (!response.ok) throw new Error(`the app gave no functions: ${response.status} ${await response.text()}`);
  return z.object({ functions: FunctionConfigs }).parse(await response.json()).functions;
}

/** A server that says nothing for so long is as good as away. */
const SERVER_TIMEOUT_MS = 10_000;

/**
 * Has the app post its functions to the server it is configured for, once that answers at all.
 * @returns what is wrong with it, undefined where it took them
 */
export async function registerAt(app: App, server: string): Promise<RunnerFault | undefined> {
  try {
    const health = await fetch(new URL("/health", server), {
      signal: AbortSignal.timeout(SERVER_TIMEOUT_MS),
    });
    await health.body?.cancel();
    if (health.status >= 500) return { fault: "away", cause: `HTTP ${health.status}` };
  } catch (error) {
    return { fault: "away", cause: explainError(error) };
  }
  try {
    const response = await Promise.race([send(app, "PUT", "", { url: app.url }), tooLate()]);
    if (response.ok) return undefined;
    const { message } = Registration.parse(await response.json());
    return { fault: "unknown", cause: `HTTP ${response.status}: ${message}` };
  } catch (error) {
    return { fault: "unknown", cause: explainError(error) };
  }
}

/** What the SDK says came of a registration, or of a request that it refused. */
const Registration = z.object({ message: z.string().default("no reason given") });

const tooLate = async (): Promise<never> => {
  await sleep(SERVER_TIMEOUT_MS, undefined, { ref: false });
  throw new Error(`no answer within ${SERVER_TIMEOUT_MS / 1000} s`);
};

/** How often a step or function is tried again; Inngest's own default where it does not say. */
export const retriesOf = ({ steps }: FunctionConfig): number => steps.step.retries?.attempts ?? 3;

type Run = Progress & { readonly id: string; readonly event: DriverEvent };

/** Asks the app to go on with a run. An app that does not answer is one to ask again. */
export async function callFunction(app: App, config: FunctionConfig, run: Run, call: Call): Promise<Answer> {
  const { body, headers } = runRequest(config, run, call);
  const query = new URLSearchParams({ fnId: config.id, stepId: body.ctx.step_id });
  try {
    return await readAnswer(await send(app, "POST", `?${query}`, body, headers));
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { kind: "error", retryable: true, retryInMs: undefined, error: { name, message } };
  }
}

/** A request as a server of one's own sends it, down to what the SDK does not look at. */
function runRequest(config: FunctionConfig, run: Run, { stepId, attempt }: Call) {
  const event = { ...run.event, user: {} };
  const [requestId, generation] = [randomUUID(), attempt + 1];
  // A server learns from the first answer which version of the protocol the app speaks.
  const version = attempt === 0 && stepId === undefined && run.stack.length === 0 ? -1 : 2;
  const ctx = {
    attempt,
    disable_immediate_execution: stepId !== undefined,
    env: "",
    fn_id: uuidOf(config.id),
    generation_id: generation,
    job_id: run.id,
    max_attempts: retriesOf(config) + 1,
    qi_id: Buffer.from(`${run.id}::default`).toString("base64"),
    request_id: requestId,
    run_id: run.id,
    stack: { stack: run.stack, current: run.stack.length },
    step_id: stepId ?? "step",
    use_api: false,
  };
  return {
    body: { ctx, defers: {}, event, events: [event], steps: run.steps, use_api: false, version },
    headers: {
      "user-agent": "Inngest",
      "x-inngest-generation-id": String(generation),
      "x-inngest-job-id": run.id,
      "x-inngest-req-version": String(version),
      "x-inngest-step-id": ctx.step_id,
      "x-request-id": requestId,
      "x-run-id": run.id,
    },
  };
}

/** The same id always has the same UUID. */
function uuidOf(id: string): string {
  const hex = createHash("sha1").update(id).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** What an app answered, in every shape that one may; also where a step's results were kept at the server meanwhile. */
export async function readAnswer(response: Response): Promise<Answer> {
  const body: unknown = await response.json();
  const retryInMs = readRetryAfter(response.headers.get("retry-after"));
  if (response.status === 206) return { kind: "ops", ops: z.array(Op).parse(body), retryInMs };
  if (response.status === 200) return { kind: "done" };
  const retryable = response.headers.get("x-inngest-no-retry") !== "true";
  return { kind: "error", retryable, retryInMs, error: FunctionError.parse(body) };
}

const send = (
  app: App,
  method: string,
  query: string,
  body: object,
  headers: Record<string, string> = {},
) => {
  const text = canonicalize(body) ?? "";
  const signed = { "content-type": "application/json", ...signedHeaders(text, app.signingKey), ...headers };
  return app.ask(new Request(`${app.url}${query}`, { method, body: text, headers: signed }));
};

/**
 * The signature of a request, as Inngest makes it: over the body and the time.
 * @param body - canonical JSON
 */
export function signedHeaders(
  body: string,
  signingKey: string,
  now = new Date(),
): Record<"x-inngest-signature", string> {
  const at = Math.floor(now.getTime() / 1000);
  const key = signingKey.replace(/^signkey-\w+-/, "");
  const mac = createHmac("sha256", key).update(`${body}${at}`).digest("hex");
  return { "x-inngest-signature": `t=${at}&s=${mac}` };
}
