import { describe, expect, it } from "vitest";
import { take } from "../job-runner/policy.ts";
import { readAnswer } from "../job-runner/protocol.ts";

import { type Exchange, requireDescribed } from "./inngest-protocol.ts";
import { recorded } from "./inngest-server.ts";

const NOW = new Date("2026-01-01T00:00:00Z");

describe.each(recorded.map((exchange) => [exchange.what, exchange] as const))("%s", (_, exchange) => {
  const { request, answer } = exchange;

  it("is in the description", () => {
    expect(() => requireDescribed(exchange)).not.toThrow();
  });

  it.runIf(request.method === "POST")("is understood by the driver", async () => {
    const response = Response.json(answer.body, { status: answer.status, headers: answer.headers });
    const { ctx } = request.body as { ctx: { attempt: number; max_attempts: number } };
    const call = { attempt: ctx.attempt };
    const fresh = { steps: {}, stack: [], pending: {}, attempt: ctx.attempt, dueAt: NOW };
    const after = take(fresh, call, await readAnswer(response), NOW, ctx.max_attempts - 1);
    const ops = Array.isArray(answer.body) ? answer.body.map(({ op }) => op) : [answer.status];
    expect([ops, { ...after, end: after.end?.outcome, steps: Object.values(after.steps) }]).toEqual(
      expected(ops, ctx, after.stack),
    );
  });
});

/** What a server made of it: the run's end, one step more, or another try when the table says. */
function expected(ops: readonly unknown[], ctx: { attempt: number; max_attempts: number }, stack: unknown) {
  const unchanged = { steps: [], pending: {}, attempt: ctx.attempt, dueAt: NOW, stack };
  if (ops[0] === "RunComplete") return [ops, { ...unchanged, end: "completed" }];
  if (ops[0] === "StepRun")
    return [ops, { ...unchanged, attempt: 0, steps: [{ data: expect.anything() }], end: undefined }];
  if (ctx.attempt + 1 >= ctx.max_attempts) return [ops, { ...unchanged, end: "failed" }];
  const seconds = [15, 30][ctx.attempt] ?? 0;
  const dueAt = new Date(NOW.getTime() + seconds * 1000);
  return [ops, { ...unchanged, attempt: ctx.attempt + 1, dueAt, end: undefined }];
}

it("refuses what a server or an app never says", () => {
  const run = recorded.find(({ answer }) => answer.status === 206) as Exchange;
  const withCtx = (ctx: object) => ({
    ...run,
    request: { ...run.request, body: { ...(run.request.body as object), ctx } },
  });
  const { ctx } = run.request.body as { ctx: Record<string, unknown> };
  const { fn_id: _, ...bare } = ctx;
  expect(() => requireDescribed(withCtx(bare))).toThrow();
  expect(() => requireDescribed(withCtx({ ...ctx, run_id: "another" }))).toThrow("x-run-id");
  expect(() => requireDescribed({ ...run, answer: { ...run.answer, status: 204 } })).toThrow("204");
});
