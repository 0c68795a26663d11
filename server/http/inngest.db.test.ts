import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { EVENTS } from "#scripts/services/inngest-server.ts";
import {
  exchange,
  fetchFunctions,
  retriesOf,
  type StepMemo,
  signedHeaders,
} from "../job-runner/gateways/inngest.ts";
import { jobs } from "../jobs.ts";
import { INNGEST_PATH, signingKey } from "../platform/jobs/inngest.ts";
import { heldToProtocol } from "../testing/inngest-protocol.ts";
import { ownerDb } from "../testing/owner.ts";
import { createApp } from "./app.ts";

const endpoint = createApp();
const url = `http://app${INNGEST_PATH}`;
const ask = async (request: Request) => endpoint.fetch(request);
const app = { ask: heldToProtocol(ask), url, signingKey: signingKey() };
const functions = await fetchFunctions(app);
const ids = jobs.map((job) => job.id("seonchak"));

const hashOf = (step: string) => createHash("sha1").update(step).digest("hex");

/** A run of a function, as a server keeps it. */
function givenRun(id: string) {
  const config = functions.find((one) => one.id === id);
  if (!config) throw new Error(`the app has no ${id}`);
  const event = EVENTS[id.replace("seonchak-", "")] ?? { name: "inngest/scheduled.timer", data: {} };
  const runId = crypto.randomUUID();
  const sent = { ...event, data: { ...event.data }, id: runId, ts: Date.now() };
  return {
    config,
    call: (step?: StepMemo, attempt = 0) => exchange(app, config, { id: runId, event: sent, attempt }, step),
  };
}

describe("every function, held to the protocol", () => {
  it("is told of at a sync, with its retries", () => {
    expect(functions.map(({ id }) => id).sort()).toEqual([...ids].sort());
    for (const config of functions) expect(retriesOf(config)).toBeGreaterThanOrEqual(0);
  });

  it.each(ids)("%s does its work in one step and ends with what came of it", async (id) => {
    const { call } = givenRun(id);
    const first = await call();
    if (first.kind !== "step") throw new Error(`${id} answered ${first.kind}`);
    expect(first.id).toBe(hashOf("work"));
    expect(await call(first)).toEqual({ kind: "done" });
  });

  it("says of a failed step whether to try again", async () => {
    const { config, call } = givenRun("seonchak-retention.purge");
    await ownerDb.execute(sql`alter table job_heartbeats rename to nowhere`);
    try {
      expect(await call()).toMatchObject({ kind: "error", retryable: true });
      expect(await call(undefined, retriesOf(config))).toMatchObject({ kind: "error", retryable: false });
    } finally {
      await ownerDb.execute(sql`alter table nowhere rename to job_heartbeats`);
    }
  });

  it("does not know others", async () => {
    const { config } = givenRun("seonchak-retention.purge");
    const event = { id: "e", name: "x", data: {}, ts: 1 };
    const unknown = { ...config, id: "seonchak-unknown" };
    expect(await exchange(app, unknown, { id: "r", event, attempt: 0 })).toMatchObject({
      kind: "error",
      error: { message: expect.stringContaining("not found") },
    });
  });
});

describe("the endpoint", () => {
  const body = `{"url":"${url}"}`;
  const send = (method: string, headers: Record<string, string>, sent: string | null = body) =>
    ask(new Request(url, { method, headers, ...(sent !== null && { body: sent }) }));

  it.each([
    ["without a signature", {}],
    ["with one of another key", signedHeaders(body, `signkey-test-${"cd".repeat(32)}`)],
    ["with one of another body", signedHeaders("{}", signingKey())],
    ["with one that says nothing", { "x-inngest-signature": "t=0&s=" }],
  ])("does nothing %s", async (_, headers) => {
    for (const method of ["PUT", "POST"]) expect((await send(method, headers)).status).toBe(401);
    expect((await send("GET", headers, null)).status).toBe(401);
  });

  it("does nothing for a request of six minutes ago", async () => {
    const ago = new Date(Date.now() - 360_000);
    const headers = signedHeaders(body, signingKey(), ago);
    expect((await send("PUT", headers)).status).toBe(401);
  });

  it("tells a network to wait that sends background functions one wrong signature after another", async () => {
    const server = createServer(getRequestListener(endpoint.fetch)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const knock = () => fetch(`http://127.0.0.1:${port}${INNGEST_PATH}`, { method: "POST", body: "{}" });
    for (let time = 0; time < 30; time++) expect((await knock()).status).toBe(401);
    const told = await knock();
    expect([told.status, Number(told.headers.get("retry-after")) > 0]).toEqual([429, true]);
    server.close();
  });
});
