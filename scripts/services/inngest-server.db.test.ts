import { once } from "node:events";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { expect, it, vi } from "vitest";
import { callFunction, type FunctionConfig, FunctionConfigs } from "#server/driver/protocol.ts";
import { EVENTS, runEachOnce } from "./inngest-server.ts";

const KEY = `signkey-test-${"ab".repeat(32)}`;

/** A small Inngest server: takes registrations, and carries each invoked run on until it ends. */
const registered: { url: string; functions: readonly FunctionConfig[] } = { url: "", functions: [] };
const statuses = new Map<string, string>();
const inngestServer = new Hono();
inngestServer.post("/fn/register", async (c) => {
  const { functions, url } = await c.req.json();
  Object.assign(registered, { url, functions: FunctionConfigs.parse(functions) });
  return c.json({ ok: true, modified: true });
});
inngestServer.post("/invoke/:id", async (c) => {
  const config = registered.functions.find(({ id }) => id === c.req.param("id"));
  if (!config) return c.text("no such function", 404);
  const { data } = await c.req.json();
  return c.json({ id: begin(config, "inngest/function.invoked", data), status: 200 });
});
inngestServer.post("/e/test", async (c) => {
  const [{ name, data }] = await c.req.json();
  const config = registered.functions.find(({ triggers }) => triggers.some(({ event }) => event === name));
  return config ? c.json({ ids: [begin(config, name, data)], status: 200 }) : c.json({ ids: ["nothing"] });
});
inngestServer.get("/v1/events/:id/runs", (c) => {
  if (c.req.header("authorization") !== `Bearer ${KEY}`) return c.text("", 401);
  const status = statuses.get(c.req.param("id"));
  return c.json({ data: status ? [{ run_id: "run_1", status }] : [] });
});

function begin(config: FunctionConfig, name: string, data: Record<string, unknown>): string {
  const id = crypto.randomUUID();
  statuses.set(id, "Running");
  void carry(config, { id, name, data, ts: Date.now() });
  return id;
}

async function carry(config: FunctionConfig, event: Parameters<typeof callFunction>[2]["event"]) {
  const app = { ask: (request: Request) => fetch(request), url: registered.url, signingKey: KEY };
  const run = { id: event.id, event, pending: {}, attempt: 0, dueAt: new Date() };
  let steps = {};
  let stack: string[] = [];
  for (;;) {
    const answer = await callFunction(app, config, { ...run, steps, stack }, { attempt: 0 });
    if (answer.kind !== "ops") return statuses.set(event.id, answer.kind === "done" ? "Completed" : "Failed");
    if (answer.ops.some(({ op }) => op !== "StepRun")) return statuses.set(event.id, "Failed");
    for (const { id, data } of answer.ops) {
      steps = { ...steps, [id]: { data } };
      stack = [...stack, id];
    }
  }
}

async function listen(fetch: Hono["fetch"]): Promise<string> {
  const server = createAdaptorServer({ fetch }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

it("registers the app and has each of its functions run once", async () => {
  const url = await listen(inngestServer.fetch);
  vi.stubEnv("INNGEST_BASE_URL", url);
  vi.stubEnv("INNGEST_SIGNING_KEY", KEY);
  vi.stubEnv("INNGEST_EVENT_KEY", "test");
  const { createApp } = await import("#server/http/app.ts");
  const { jobs } = await import("#server/jobs.ts");
  const { jobHeartbeats } = await import("#db/schema/platform.ts");
  const { db } = await import("#db/client.ts");
  const app = `${await listen(createApp().fetch)}/api/inngest`;
  const server = { url, signingKey: KEY, eventKey: "test" };
  const functions = jobs.map((job) => ({ id: job.id("seonchak"), event: EVENTS[job.id()] }));
  const ran = await runEachOnce(server, app, functions);
  expect(ran.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(
    functions.map(({ id }) => `${id} Completed`),
  );
  expect(functions.map(({ id }) => id).sort()).toEqual([
    ...["seonchak-alerts.evaluate", "seonchak-holds.expire", "seonchak-integration.expire"],
    ...["seonchak-integration.locks", "seonchak-notifications.send", "seonchak-outbox.deliver"],
    ...["seonchak-outbox.retry", "seonchak-payments.settle", "seonchak-retention.purge"],
  ]);
  const beats = await db.select().from(jobHeartbeats);
  const crons = functions.filter(({ event }) => !event).map(({ id }) => id.replace("seonchak-", ""));
  expect(beats.map(({ name }) => name).sort()).toEqual(crons.sort());
  await expect(runEachOnce({ ...server, signingKey: undefined }, app, [])).rejects.toThrow("not registered");
  const lost = [{ id: "seonchak-nobody", event: undefined }];
  await expect(runEachOnce(server, app, lost)).rejects.toThrow("404");
  const unheard = [{ id: "seonchak-notifications.send", event: { name: "nobody.listens", data: {} } }];
  expect(await runEachOnce(server, app, unheard, 600)).toMatchObject([{ outcome: "no end" }]);
});
