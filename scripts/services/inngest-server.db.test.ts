import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { expect, it, vi } from "vitest";
import { callFunction, type FunctionConfig, readFunctions } from "#server/job-runner/gateways/inngest.ts";
import { patient } from "#server/testing/patience.ts";
import { until } from "#server/testing/until.ts";
import { EVENTS, removeApp, requireFree, runEachOnce } from "./inngest-server.ts";
import { freePort } from "./loopback.ts";

const KEY = `signkey-test-${"ab".repeat(32)}`;

/** A small Inngest server: takes registrations, and carries each invoked run on until it ends. */
const registered: { url: string; functions: readonly FunctionConfig[] } = { url: "", functions: [] };
const statuses = new Map<string, string>();
const inngestServer = new Hono();
inngestServer.post("/fn/register", async (c) => {
  const { functions, url } = await c.req.json();
  Object.assign(registered, { url, functions: readFunctions(functions) });
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

/** The apps that the server has, as its dashboard asks for them. */
inngestServer.post("/v0/gql", async (c) => {
  expect((await c.req.json()).query).toBe("{ apps { externalID url } }");
  return c.json({ data: { apps } });
});
inngestServer.delete("/fn/remove", (c) => {
  if (c.req.header("authorization") !== `Bearer ${KEY}`) return c.text("", 401);
  const before = apps.length;
  apps = apps.filter(({ url }) => url !== c.req.query("url"));
  return c.text("", apps.length < before ? 200 : 404);
});
let apps: { externalID: string; url: string }[] = [];

function begin(config: FunctionConfig, name: string, data: Record<string, unknown>): string {
  const id = crypto.randomUUID();
  statuses.set(id, "Running");
  void execute(config, { id, name, data, ts: Date.now() });
  return id;
}

async function execute(config: FunctionConfig, event: Parameters<typeof callFunction>[2]["event"]) {
  const app = { ask: (request: Request) => fetch(request), url: registered.url, signingKey: KEY };
  const { kind } = await callFunction(app, config, { id: event.id, event, attempt: 0 });
  return statuses.set(event.id, kind === "done" ? "Completed" : "Failed");
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
  const origin = await listen((request) => endpoint.fetch(request));
  vi.stubEnv("INNGEST_SERVE_ORIGIN", origin);
  // Imported late: these modules read the environment that the servers were named in.
  const { createApp } = await import("#server/http/app.ts");
  const { jobs } = await import("#server/jobs.ts");
  const { jobHeartbeats } = await import("#db/schema/platform.ts");
  const { db } = await import("#db/client.ts");
  const endpoint = createApp();
  const app = `${origin}/api/inngest`;
  const server = { url, signingKey: KEY, eventKey: "test" };
  const functions = jobs.map((job) => ({ id: job.id("seonchak"), event: EVENTS[job.id()] }));
  const ran = await runEachOnce(server, app, functions);
  expect(ran.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(
    functions.map(({ id }) => `${id} Completed`),
  );
  expect(functions.map(({ id }) => id).sort()).toEqual([
    ...[
      "seonchak-alerts.evaluate",
      "seonchak-audit.seal",
      "seonchak-cancellations.refund",
      "seonchak-cancellations.resume",
      "seonchak-holds.expire",
      "seonchak-holds.merge-counts",
      "seonchak-integration.expire",
    ],
    ...["seonchak-integration.locks", "seonchak-notifications.mail", "seonchak-notifications.opening"],
    ...["seonchak-notifications.remind"],
    ...["seonchak-notifications.send", "seonchak-orders.complete", "seonchak-outbox.deliver"],
    ...[
      "seonchak-outbox.retry",
      "seonchak-payments.settle",
      "seonchak-retention.purge",
      "seonchak-states.count",
      "seonchak-waitlist.advance",
      "seonchak-waitlist.offer",
    ],
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

it("a check has an id of its own, and refuses one that the server or the live app has", async () => {
  const server = { url: await listen(inngestServer.fetch), signingKey: KEY, eventKey: "test" };
  const live = { externalID: "seonchak", url: "http://live/api/inngest" };
  apps = [live];
  await requireFree(server, "seonchak-check", "seonchak");
  await expect(requireFree(server, "seonchak", "seonchak")).rejects.toThrow("live app's id");
  apps = [live, { externalID: "seonchak-check", url: "http://other/api/inngest" }];
  await expect(requireFree(server, "seonchak-check", "seonchak")).rejects.toThrow("http://other");
  expect(await removeApp({ ...server, signingKey: undefined }, "http://other/api/inngest")).toBe(false);
  expect(await removeApp(server, "http://other/api/inngest")).toBe(true);
  expect(apps).toEqual([live]);
});

const { INNGEST_BIN } = process.env;

it.runIf(INNGEST_BIN)(
  "a real server, of the program that INNGEST_BIN names, runs each function once",
  async () => {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), "seonchak-inngest-"));
    const keys = { INNGEST_SIGNING_KEY: "ab".repeat(32), INNGEST_EVENT_KEY: "cd".repeat(16) };
    const options = ["--host", "127.0.0.1", "--port", String(port), "--sqlite-dir", folder, "--no-ui"];
    const server = spawn(String(INNGEST_BIN), ["start", ...options], {
      env: { ...process.env, ...keys },
      stdio: "ignore",
    });
    try {
      const url = `http://127.0.0.1:${port}`;
      await until(() => fetch(`${url}/health`).then(({ ok }) => ok));
      const check = spawn(process.execPath, ["scripts/inngest-check.ts", url], {
        ...{ env: { ...process.env, ...keys }, stdio: "inherit" },
      });
      expect(await once(check, "exit")).toEqual([0, null]);
    } finally {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  patient(300_000),
);
