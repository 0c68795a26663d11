import { createHash, createHmac, randomUUID } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";
import { readRetryAfter } from "../../platform/http/retry-after.ts";
import type { FailureError, RunEvent } from "../contract.ts";

/** How the job runner reaches the app: a request to its own `/api/inngest`, and its answer. */
export type Ask = (request: Request) => Promise<Response>;

/** What a function may ask of a runner. Strict, so that everything else is refused when the app registers. */
const FunctionConfig = z.strictObject({
  id: z.string(),
  name: z.string().optional(),
  triggers: z.array(z.strictObject({ event: z.string().optional(), cron: z.string().optional() })),
  steps: z.strictObject({
    step: z.looseObject({ retries: z.strictObject({ attempts: z.int() }).optional() }),
  }),
  concurrency: z
    .union([z.int(), z.tuple([z.strictObject({ limit: z.int() })]).transform(([{ limit }]) => limit)])
    .optional(),
});
export type FunctionConfig = z.output<typeof FunctionConfig>;

/**
 * Reads the functions of an in-band sync or of a registration at a server.
 * @throws Error that names the function and what of it the job runner does not have
 */
export function readFunctions(functions: readonly unknown[]): FunctionConfig[] {
  return functions.map((one) => {
    const { success, data, error } = FunctionConfig.safeParse(one);
    if (success) return data;
    const { id } = z.object({ id: z.string().default("a function") }).parse(one);
    throw new Error(`the job runner cannot run ${id}: ${z.prettifyError(error)}`);
  });
}

const Op = z.object({
  id: z.string(),
  op: z.string(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});

/** A finished step: its hashed id and what it came to. */
export interface StepMemo {
  readonly id: string;
  readonly data: unknown;
}

export type Answer =
  | { readonly kind: "done" }
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

/** The app's functions, by an in-band sync: what to run, when, and how often to try. Throws as {@link readFunctions}. */
export async function fetchFunctions(app: App): Promise<FunctionConfig[]> {
  const response = await send(app, "PUT", "", { url: app.url }, { "x-inngest-sync-kind": "in_band" });
  if (!response.ok) throw new Error(`the app gave no functions: ${response.status} ${await response.text()}`);
  return readFunctions(z.object({ functions: z.array(z.unknown()) }).parse(await response.json()).functions);
}

/** How often a function is tried again; Inngest's own default where it does not say. */
export const retriesOf = ({ steps }: FunctionConfig): number => steps.step.retries?.attempts ?? 3;

interface Run {
  readonly id: string;
  readonly event: RunEvent;
  /** How often it has failed before. */
  readonly attempt: number;
}

/**
 * Has the app execute a run: first its step, which the app does at once, then the rest of the function with what the
 * step came to. An app that does not answer may be asked again.
 */
export async function callFunction(app: App, config: FunctionConfig, run: Run): Promise<Answer> {
  try {
    const first = await exchange(app, config, run);
    if (first.kind !== "step") return first;
    const second = await exchange(app, config, { ...run, attempt: 0 }, first);
    return second.kind === "step" ? refused("has more than one step") : second;
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { kind: "error", retryable: true, retryInMs: undefined, error: { name, message } };
  }
}

/**
 * One request of a run, and its answer.
 * @param step - the step that the function is to take as done
 */
export async function exchange(app: App, config: FunctionConfig, run: Run, step?: StepMemo) {
  const { body, headers } = runRequest(config, run, step);
  const query = new URLSearchParams({ fnId: config.id, stepId: body.ctx.step_id });
  return readAnswer(await send(app, "POST", `?${query}`, body, headers));
}

/** A request as a server of one's own sends it, down to what the SDK does not look at. */
function runRequest(config: FunctionConfig, { id, event: sent, attempt }: Run, step?: StepMemo) {
  const event = { ...sent, user: {} };
  const [requestId, generation] = [randomUUID(), attempt + 1];
  const stack = step ? [step.id] : [];
  // A server learns from the first answer which version of the protocol the app speaks.
  const version = attempt === 0 && !step ? -1 : 2;
  const ctx = {
    attempt,
    disable_immediate_execution: false,
    env: "",
    fn_id: uuidOf(config.id),
    generation_id: generation,
    job_id: id,
    max_attempts: retriesOf(config) + 1,
    qi_id: Buffer.from(`${id}::default`).toString("base64"),
    request_id: requestId,
    run_id: id,
    stack: { stack, current: stack.length },
    step_id: "step",
    use_api: false,
  };
  const steps = step ? { [step.id]: { data: step.data } } : {};
  return {
    body: { ctx, defers: {}, event, events: [event], steps, use_api: false, version },
    headers: {
      "user-agent": "Inngest",
      "x-inngest-generation-id": String(generation),
      "x-inngest-job-id": id,
      "x-inngest-req-version": String(version),
      "x-inngest-step-id": ctx.step_id,
      "x-request-id": requestId,
      "x-run-id": id,
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

/** What an app answered: that the run is over, or what its step came to. Everything else is refused aloud. */
export async function readAnswer(
  response: Response,
): Promise<Answer | ({ readonly kind: "step" } & StepMemo)> {
  const body: unknown = await response.json();
  const retryInMs = readRetryAfter(response.headers.get("retry-after"));
  if (response.status === 200) return { kind: "done" };
  const failed = (error: unknown, retryable: boolean): Answer => ({
    ...{ kind: "error", retryable, retryInMs, error: FunctionError.parse(error ?? {}) },
  });
  if (response.status !== 206) return failed(body, response.headers.get("x-inngest-no-retry") !== "true");
  const [first, ...others] = z.array(Op).min(1).parse(body);
  if (!first || others.length > 0) return refused("has steps side by side");
  const { id, op, data, error } = first;
  switch (op) {
    case "StepRun":
      return { kind: "step", id, data: data ?? null };
    case "StepError":
      return failed(error, true);
    case "StepFailed":
      return failed(error, false);
    // The SDK reported its steps to the server itself, and this ends the run.
    case "RunComplete":
      return { kind: "done" };
    default:
      return refused(`asks for "${op}"`);
  }
}

/** The end of a run that needs what the job runner does not have: another try would not help. */
const refused = (what: string): Answer => ({
  ...{ kind: "error", retryable: false, retryInMs: undefined },
  error: {
    name: "Unsupported",
    message: `the function ${what}, which the embedded job runner does not have`,
  },
});

export const send = (
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
