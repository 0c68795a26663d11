import { describe, expect, it } from "vitest";
import { type Answer, readAnswer } from "../job-runner/gateways/inngest.ts";
import { outcomeOf } from "../job-runner/policy.ts";

import { type Exchange, requireDescribed } from "./inngest-protocol.ts";
import { recorded } from "./inngest-server.ts";

const NOW = new Date("2026-01-01T00:00:00Z");

describe.each(recorded.map((exchange) => [exchange.what, exchange] as const))("%s", (_, exchange) => {
  const { request, answer } = exchange;

  it("is in the description", () => {
    expect(() => requireDescribed(exchange)).not.toThrow();
  });

  it.runIf(request.method === "POST")("is understood by the job runner", async () => {
    const response = Response.json(answer.body, { status: answer.status, headers: answer.headers });
    const { ctx } = request.body as { ctx: { attempt: number; max_attempts: number } };
    const understood = await readAnswer(response);
    const ops = Array.isArray(answer.body) ? answer.body.map(({ op }) => op) : [answer.status];
    if (ops[0] === "StepRun")
      return expect(understood).toMatchObject({ kind: "step", data: expect.anything() });
    expect(outcomeOf(understood as Answer, ctx.attempt, ctx.max_attempts - 1, NOW)).toMatchObject(
      expected(ops[0], ctx),
    );
  });
});

/** What a server made of it: the end of the run, or another try when the table says. */
function expected(op: unknown, { attempt, max_attempts }: { attempt: number; max_attempts: number }) {
  if (op === "RunComplete" || op === 200) return { kind: "completed" };
  if (attempt + 1 >= max_attempts) return { kind: "failed" };
  return { kind: "retry", dueAt: new Date(NOW.getTime() + ([15, 30][attempt] ?? 0) * 1000) };
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
