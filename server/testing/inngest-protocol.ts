import canonicalize from "canonicalize";
import { z } from "zod";

/**
 * Inngest's protocol between a server and an app, as far as this product uses it. It follows the specification
 * (https://github.com/inngest/inngest/blob/main/docs/SDK_SPEC.md) and what a server 1.43 and SDK 4.24 said to each
 * other (`inngest-exchanges.json`). It stands apart from the code that speaks it, so that both app and job runner are
 * held to it.
 */
const stepId = z.string().regex(/^[0-9a-f]{40}$/);
const signature = z.string().regex(/^t=\d{10}&s=[0-9a-f]{64}$/);
const named = z.string().min(1);

/** -1 until the server knows which version the app speaks. */
const version = z.literal([-1, 2]);

const Event = z.strictObject({
  ...{ name: named, data: z.looseObject({}), id: named, ts: z.int() },
  user: z.strictObject({}),
});

/** What a server asks an app to run. */
export const RunRequest = z.strictObject({
  version,
  event: Event,
  events: z.array(Event).min(1),
  steps: z.record(
    stepId,
    z.union([
      z.strictObject({ data: z.unknown() }),
      z.strictObject({ error: z.looseObject({ name: z.string(), message: z.string() }) }),
      z.null(),
    ]),
  ),
  ctx: z.strictObject({
    run_id: named,
    /** Counted from 0; with `max_attempts` the SDK knows the last one. */
    attempt: z.int().min(0),
    max_attempts: z.int().min(1),
    disable_immediate_execution: z.boolean(),
    use_api: z.literal(false),
    stack: z.strictObject({ stack: z.array(stepId), current: z.int().min(0) }),
    env: z.string(),
    fn_id: z.uuid(),
    generation_id: z.int().min(1),
    ...{ job_id: named, qi_id: named, request_id: named },
    step_id: z.union([z.literal("step"), stepId]),
  }),
  defers: z.strictObject({}),
  use_api: z.literal(false),
});

/** The headers of such a request: those that a server always sends. */
export const RunHeaders = z.looseObject({
  "content-type": z.literal("application/json"),
  "user-agent": z.literal("Inngest"),
  "x-inngest-generation-id": z.string().regex(/^\d+$/),
  "x-inngest-job-id": named,
  "x-inngest-req-version": z.literal(["-1", "2"]),
  "x-inngest-step-id": named,
  "x-request-id": named,
  "x-run-id": named,
});

/** Their values, which the body has too. */
const headersOf = ({ ctx, version }: z.output<typeof RunRequest>) => ({
  "x-inngest-generation-id": String(ctx.generation_id),
  "x-inngest-job-id": ctx.job_id,
  "x-inngest-req-version": String(version),
  "x-inngest-step-id": ctx.step_id,
  "x-request-id": ctx.request_id,
  "x-run-id": ctx.run_id,
});

const Op = z.looseObject({
  id: stepId,
  /** The last two are in the protocol, but not in the embedded job runner. */
  op: z.enum([
    "StepRun",
    "StepPlanned",
    "StepError",
    "StepFailed",
    "Sleep",
    "RunComplete",
    "WaitForEvent",
    "InvokeFunction",
  ]),
  /** Every step has one; the end of a run has none. */
  name: z.string().optional(),
});

const failure = z.looseObject({ name: z.string(), message: z.string() });

const Functions = z.looseObject({
  app_id: z.string(),
  functions: z.array(
    z.looseObject({
      id: z.string(),
      triggers: z.array(z.union([z.looseObject({ event: z.string() }), z.looseObject({ cron: z.string() })])),
      steps: z.looseObject({ step: z.looseObject({ retries: z.looseObject({ attempts: z.int() }) }) }),
    }),
  ),
});

/** What an app may answer to a run, by its status, with the header that forbids to try again. */
const RUN_ANSWERS: Readonly<Record<number, { body: z.ZodType; noRetry: readonly (string | null)[] }>> = {
  200: { body: z.unknown(), noRetry: [null] },
  206: { body: z.array(Op).min(1), noRetry: ["false", "true", null] },
  400: { body: failure, noRetry: ["true"] },
  401: { body: z.looseObject({}), noRetry: [null] },
  500: { body: failure, noRetry: ["false", null] },
};

/** A request with its answer, as data: headers in lower case, bodies parsed. */
export interface Exchange {
  readonly request: {
    readonly method: string;
    /** Path and query. */
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
  readonly answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
}

/** @throws Error where what either side says is not in the description */
export function requireDescribed({ request, answer }: Exchange): void {
  if (request.method === "PUT") requireSync({ request, answer });
  else requireRun({ request, answer });
}

/** Either the app answers with its functions, or it posts them to the server and says what came of that. */
function requireSync({ request, answer }: Exchange): void {
  z.strictObject({ url: z.url() }).parse(request.body);
  z.literal(200).parse(answer.status);
  const isInBand = request.headers["x-inngest-sync-kind"] === "in_band";
  z.literal(isInBand ? "in_band" : "out_of_band").parse(answer.headers["x-inngest-sync-kind"]);
  (isInBand ? Functions : z.strictObject({ message: named, modified: z.boolean() })).parse(answer.body);
}

function requireRun({ request, answer }: Exchange): void {
  const said = RunRequest.parse(request.body);
  const headers = RunHeaders.parse(request.headers);
  z.object({ fnId: named, stepId: z.literal(said.ctx.step_id) }).parse(
    Object.fromEntries(new URL(request.path, "http://app.invalid").searchParams),
  );
  for (const [name, value] of Object.entries(headersOf(said)))
    if (headers[name] !== value) throw new Error(`${name} is ${headers[name]} beside a body with ${value}`);
  const described = RUN_ANSWERS[answer.status];
  if (!described) throw new Error(`no function answers a run with ${answer.status}`);
  described.body.parse(answer.body);
  const noRetry = answer.headers["x-inngest-no-retry"] ?? null;
  if (!described.noRetry.includes(noRetry))
    throw new Error(`${answer.status} does not come with no-retry ${noRetry}`);
}

/**
 * Puts the description between a job runner and an app: what either says that is not in it is thrown.
 * @param ask - the app
 */
export const heldToProtocol =
  (ask: (request: Request) => Promise<Response>) =>
  async (request: Request): Promise<Response> => {
    const text = await request.clone().text();
    signature.parse(request.headers.get("x-inngest-signature"));
    const said: unknown = JSON.parse(text);
    if (text !== canonicalize(said))
      throw new Error("the body is not canonical JSON, so it cannot be verified");
    const response = await ask(request);
    const { pathname, search } = new URL(request.url);
    requireDescribed({
      request: {
        ...{ method: request.method, path: `${pathname}${search}`, body: said },
        headers: Object.fromEntries(request.headers),
      },
      answer: {
        ...{ status: response.status, body: await response.clone().json() },
        headers: Object.fromEntries(response.headers),
      },
    });
    if (request.method === "POST" && response.status < 300)
      signature.parse(response.headers.get("x-inngest-signature"));
    return response;
  };
