import canonicalize from "canonicalize";
import { z } from "zod";

/**
 * Inngest's protocol between a server and an app, as far as this product uses it, written down from its specification
 * (inngest/inngest, docs/SDK_SPEC.md) and from what SDK 4.24 and the server say to each other: apart from the code that
 * speaks it, so that app and driver are both held to it.
 */
const stepId = z.string().regex(/^[0-9a-f]{40}$/);
const signature = z.string().regex(/^t=\d{10}&s=[0-9a-f]{64}$/);

const RunRequest = z.strictObject({
  version: z.literal(2),
  event: z.object({ name: z.string(), data: z.looseObject({}), id: z.string(), ts: z.int() }),
  events: z.array(z.object({ name: z.string() })).min(1),
  steps: z.record(
    stepId,
    z.union([
      z.strictObject({ data: z.unknown() }),
      z.strictObject({ error: z.looseObject({ name: z.string(), message: z.string() }) }),
      z.null(),
    ]),
  ),
  ctx: z.strictObject({
    run_id: z.string(),
    /** Counted from 0; with `max_attempts` the SDK knows the last one. */
    attempt: z.int().min(0),
    max_attempts: z.int().min(1),
    disable_immediate_execution: z.boolean(),
    use_api: z.literal(false),
    stack: z.strictObject({ stack: z.array(stepId), current: z.int().min(0) }),
  }),
});

const Op = z.looseObject({
  id: stepId,
  /** The last two are in the protocol, and beyond the embedded driver. */
  op: z.enum([
    "StepRun",
    "StepPlanned",
    "StepError",
    "StepFailed",
    "Sleep",
    "WaitForEvent",
    "InvokeFunction",
  ]),
  name: z.string(),
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

/**
 * Puts the description between a driver and an app: what either says that is not in it is thrown.
 * @param ask - the app
 */
export const heldToProtocol =
  (ask: (request: Request) => Promise<Response>) =>
  async (request: Request): Promise<Response> => {
    const text = await request.clone().text();
    signature.parse(request.headers.get("x-inngest-signature"));
    const said: unknown = JSON.parse(text);
    if (text !== canonicalize(said))
      throw new Error("the body is not canonical JSON, so nobody can verify it");
    const response = await ask(request);
    const answered: unknown = await response.clone().json();
    if (request.method === "PUT") {
      z.literal("in_band").parse(request.headers.get("x-inngest-sync-kind"));
      z.strictObject({ url: z.url() }).parse(said);
      z.literal(200).parse(response.status);
      Functions.parse(answered);
      return response;
    }
    const query = new URL(request.url).searchParams;
    z.object({ fnId: z.string(), stepId: z.union([z.literal("step"), stepId]) }).parse(
      Object.fromEntries(query),
    );
    RunRequest.parse(said);
    const described = RUN_ANSWERS[response.status];
    if (!described) throw new Error(`nobody answers a run with ${response.status}`);
    described.body.parse(answered);
    const noRetry = response.headers.get("x-inngest-no-retry");
    if (!described.noRetry.includes(noRetry))
      throw new Error(`${response.status} does not come with no-retry ${noRetry}`);
    if (response.status < 300) signature.parse(response.headers.get("x-inngest-signature"));
    return response;
  };
