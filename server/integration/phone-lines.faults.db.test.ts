import { asc, isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { integrationSessions } from "#db/schema/integration.ts";
import { stateHistory } from "#db/schema/platform.ts";
import { closeAll } from "#server/platform/concurrency/singleton.ts";
import { env } from "#server/platform/config/env.ts";
import { signWebhook } from "#server/platform/http/webhook.ts";
import type { ApiProcess } from "#server/testing/api-processes.ts";
import { startApi } from "#server/testing/api-processes.ts";
import type { Client } from "#server/testing/clients.ts";
import { clients } from "#server/testing/clients.ts";
import { newVendorId } from "#server/testing/given.ts";
import { givenPhoneLines, verifyAtCoupang } from "#server/testing/integration.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { until } from "#server/testing/until.ts";
import { patient } from "../testing/patience.ts";
import type { IntegrationSessionId } from "./contract.ts";

// Hoisted above the imports, whose modules read the settings as they load.
const servers = await vi.hoisted(async () => (await import("#server/testing/servers.ts")).startOwnServers());

const SELLERS = 12;

let apps: ApiProcess[];
beforeAll(async () => {
  apps = await Promise.all([1, 2].map(() => startApi({ replaced: true })));
});
afterAll(async () => {
  await Promise.all(apps.map((app) => app.stop()));
  await closeAll();
  await servers.stop();
});

interface Answer {
  readonly status: number;
  readonly body: Record<string, string>;
}

/** Asks until there is an answer that is not "later"; each try may reach the other process. */
async function ask(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    const { url } = apps[attempt % apps.length] as ApiProcess;
    const sent = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
    try {
      const response = await fetch(url + path, {
        ...{ method, headers: { "content-type": "application/json", ...headers } },
        ...(sent !== undefined && { body: sent }),
      });
      if (response.status !== 503) return { status: response.status, body: await response.json() };
    } catch {
      // The process is gone; another takes its place.
    }
  }
}

async function send(path: string, secret: string, to: string, code: string): Promise<void> {
  const from = path.endsWith("sms") ? "1577-7011" : "no-reply@coupang.com";
  const message = { messageId: crypto.randomUUID(), to, from, text: `[쿠팡] 인증번호 ${code}` };
  const body = { ...message, receivedAt: new Date(Date.now() + 1000).toISOString() };
  const { rawBody, ...headers } = signWebhook(body, secret, crypto.randomUUID());
  expect((await ask("POST", path, headers, rawBody)).status).toBe(202);
}

/** Goes through the whole wizard over HTTP; a step that went well but whose answer was lost is simply made again. */
async function connect({ authorization }: Client, code: string): Promise<void> {
  const vendorId = newVendorId();
  const headers = { authorization };
  const start = () => ask("POST", "/api/integration/session", headers, { vendorId });
  const { body: started } = await start();
  expect(await start()).toMatchObject({ status: 200, body: { id: started.id } });
  const path = `/api/integration/session/${started.id}`;
  const now = async () => (await ask("GET", path, headers)).body;
  const move = (status: string) => ask("PATCH", `${path}/status`, headers, { status });
  await move("INFO_ENTERING");
  await move("WAITING_FOR_LOCK");
  const locked = await until(
    async () => {
      const session = await now();
      return session.status === "LOCKED" ? session : undefined;
    },
    { timeoutMs: 30_000 },
  );
  await send("/api/integration/inbound/sms", env.SMS_WEBHOOK_SECRET, locked?.phoneNumber ?? "", code);
  expect(await now()).toMatchObject({ status: "SMS_RECEIVED", smsCode: code });
  await move("EMAIL_WAITING");
  await send("/api/integration/inbound/email", env.EMAIL_WEBHOOK_SECRET, locked?.inbox ?? "", code);
  expect(await now()).toMatchObject({ status: "EMAIL_RECEIVED", emailCode: code });
  await move("VERIFYING");
  await until(() => verifyAtCoupang({ vendorId, id: started.id as IntegrationSessionId }).then(() => true));
  await move("COMPLETED");
  expect(await now()).toMatchObject({ status: "COMPLETED", smsCode: null });
}

it(
  "twelve sellers share two lines over two processes, while one is killed and Postgres is restarted",
  async () => {
    await givenPhoneLines(2);
    const done = () => db.$count(integrationSessions, isNotNull(integrationSessions.completedAt));
    const people = await clients(SELLERS);
    const all = Promise.all(people.map((person, index) => connect(person, String(200_000 + index))));
    const faults = (async () => {
      await until(async () => (await done()) >= 2, { timeoutMs: 30_000 });
      apps[0]?.kill();
      await until(async () => (await done()) >= 5, { timeoutMs: 30_000 });
      await servers.restartPostgres();
      await until(async () => (await done()) >= 8, { timeoutMs: 30_000 });
      apps[1]?.kill();
    })();
    await Promise.all([all, faults]);
    expect(await done()).toBe(SELLERS);
    const granted = await db
      .select({ id: stateHistory.entityId, to: stateHistory.toState })
      .from(stateHistory)
      .orderBy(stateHistory.seq);
    const inLine = await db
      .select({ id: integrationSessions.id })
      .from(integrationSessions)
      .orderBy(asc(integrationSessions.queueNumber));
    expect(granted.filter(({ to }) => to === "LOCKED").map(({ id }) => id)).toEqual(
      inLine.map(({ id }) => id),
    );
    await expectEquationsHold();
  },
  patient(120_000),
);
