import { createHmac } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";
import type { DriverEvent, FailureError, Progress } from "./contract.ts";

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

interface App {
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

/** How often a step or function is tried again; Inngest's own default where it does not say. */
export const retriesOf = ({ steps }: FunctionConfig): number => steps.step.retries?.attempts ?? 3;

/** Asks the app to go on with a run. An app that does not answer is one to ask again. */
export async function callFunction(
  app: App,
  config: FunctionConfig,
  run: Progress & { readonly id: string; readonly event: DriverEvent },
  call: Call,
): Promise<Answer> {
  const query = new URLSearchParams({ fnId: config.id, stepId: call.stepId ?? "step" });
  const body = {
    ...{ version: 2, event: run.event, events: [run.event], steps: run.steps },
    ctx: {
      run_id: run.id,
      attempt: call.attempt,
      max_attempts: retriesOf(config) + 1,
      disable_immediate_execution: call.stepId !== undefined,
      use_api: false,
      stack: { stack: run.stack, current: run.stack.length },
    },
  };
  try {
    return await readAnswer(await send(app, "POST", `?${query}`, body));
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { kind: "error", retryable: true, retryInMs: undefined, error: { name, message } };
  }
}

async function readAnswer(response: Response): Promise<Answer> {
  const body: unknown = await response.json();
  const retryInMs = readRetryAfter(response.headers.get("retry-after"));
  if (response.status === 206) return { kind: "ops", ops: z.array(Op).parse(body), retryInMs };
  if (response.status === 200) return { kind: "done" };
  const retryable = response.headers.get("x-inngest-no-retry") !== "true";
  return { kind: "error", retryable, retryInMs, error: FunctionError.parse(body) };
}

/** Seconds, or a moment by this process's clock, which need not be the database's. */
function readRetryAfter(text: string | null): number | undefined {
  if (!text) return undefined;
  return /^\d+$/.test(text) ? Number(text) * 1000 : new Date(text).getTime() - Date.now();
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
