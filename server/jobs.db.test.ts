import { and, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { notifications } from "#db/schema/notifications.ts";
import { jobHeartbeats } from "#db/schema/platform.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { saleOf } from "./catalog/queries.ts";
import { createApp } from "./http/app.ts";
import { startJobRunner } from "./job-runner/jobs/start-job-runner.ts";
import { INNGEST_PATH, setEventSink, signingKey } from "./platform/jobs/inngest.ts";
import { systemContext } from "./platform/operation/context.ts";
import { clock } from "./testing/clock.ts";
import { given } from "./testing/given.ts";
import { expectEquationsHold } from "./testing/invariants.ts";
import { until } from "./testing/until.ts";

/** The data platform, which is there or not as the test says. */
// Hoisted above the imports, whose modules read the settings as they load.
const platform = await vi.hoisted(async () => {
  const { oddServer } = await import("./testing/misbehaving-server.ts");
  const server = await oddServer((_, response) => response.end("{}"));
  vi.stubEnv("DATA_PLATFORM_URL", server.url);
  return server;
});

const app = createApp();
const runners: Awaited<ReturnType<typeof startJobRunner>>[] = [];

async function drive() {
  const runner = await startJobRunner(systemContext("job-runner"), {
    ask: async (request) => app.fetch(request),
    url: `http://127.0.0.1${INNGEST_PATH}`,
    signingKey: signingKey(),
  });
  runners.push(runner);
  setEventSink(runner.send);
  return runner;
}

beforeEach(() => {
  platform.answers((_, response) => response.end("{}"));
  platform.got.length = 0;
});
afterEach(async () => {
  setEventSink(undefined);
  for (const runner of runners.splice(0)) await runner.stop();
});
afterAll(() => platform.stop());

const completedAt = (orderId: string) =>
  platform.got.filter(({ body }) => JSON.parse(body).orderId === orderId);

const stateOf = async (orderId: string) => {
  const [row] = await db
    .select({ state: transmissions.state })
    .from(transmissions)
    .where(and(eq(transmissions.aggregateId, orderId), eq(transmissions.destination, "data-platform")));
  return row?.state;
};

describe("an order", () => {
  it("is told to the data platform right after its commit, exactly as written, and to the people concerned", async () => {
    await drive();
    const buyer = await given.person();
    const { id } = await given.saleOpen({ stock: 10, price: 50_000 });
    const { orderId } = await given.paidOrder(buyer, id, 2);
    await until(() => completedAt(orderId).length === 1);
    expect(JSON.parse(completedAt(orderId)[0]?.body ?? "")).toEqual({
      ...{ orderId, userId: buyer.userId, amount: 100_000 },
      items: [{ sessionId: id, quantity: 2, price: 50_000 }],
    });
    await until(async () => (await stateOf(orderId)) === "SENT");
    await until(async () => (await db.$count(notifications, eq(notifications.userId, buyer.userId))) === 3);
    await expectEquationsHold();
  });

  it("is told once the data platform is back, by itself", async () => {
    const runner = await drive();
    platform.answers((_, response) => response.writeHead(503).end());
    const { id } = await given.saleOpen({ stock: 10 });
    const { orderId } = await given.paidOrder(await given.person(), id);
    await until(async () => (await stateOf(orderId)) === "FAILED");
    platform.answers((_, response) => response.end("{}"));
    await clock.move(61);
    await until(async () => {
      await runner.send([]);
      return (await stateOf(orderId)) === "SENT";
    });
    const tries = completedAt(orderId);
    expect(tries).toHaveLength(2);
    expect(new Set(tries.map(({ headers, body }) => `${headers["webhook-id"]} ${body}`)).size).toBe(1);
  });

  it("is told by the next minute's run where no runner ran when it was paid", async () => {
    const { id } = await given.saleOpen({ stock: 10 });
    const { orderId } = await given.paidOrder(await given.person(), id);
    expect(await stateOf(orderId)).toBe("PENDING");
    const runner = await drive();
    await until(async () => (await db.execute(sql`select from job_crons`)).length > 0);
    await clock.move(60);
    await until(async () => {
      await runner.send([]);
      return (await stateOf(orderId)) === "SENT";
    });
  });
});

describe("holds past their time", () => {
  const remaining = async (id: Parameters<typeof saleOf>[1]) =>
    (await saleOf(systemContext("test"), id)).remainingStock;

  it("come back to the next buyer though no runner runs", async () => {
    const { id } = await given.saleOpen({ stock: 1 });
    await given.hold(await given.person(), id);
    await clock.move(121);
    await given.hold(await given.person(), id);
    await expectEquationsHold();
  });

  it("come back by themselves where no one wants any, and the job leaves its heartbeat", async () => {
    const runner = await drive();
    const { id } = await given.saleOpen({ stock: 3 });
    await given.hold(await given.person(), id, 2);
    expect(await remaining(id)).toBe(1);
    await clock.move(181);
    await until(async () => {
      await runner.send([]);
      return (await remaining(id)) === 3;
    });
    await until(async () => (await db.$count(jobHeartbeats, eq(jobHeartbeats.name, "holds.expire"))) === 1);
    await expectEquationsHold();
  });
});

describe(`what is asked of ${INNGEST_PATH}`, () => {
  const ask = (method: string, headers: Record<string, string> = {}) =>
    app.fetch(
      new Request(`http://127.0.0.1${INNGEST_PATH}?fnId=seonchak-holds.expire&stepId=step`, {
        ...{ method, headers: { "content-type": "application/json", ...headers } },
        ...(method === "GET" ? {} : { body: "{}" }),
      }),
    );

  it.each(["GET", "PUT", "POST"])(
    "by %s without a signature, or with a wrong or an old one, is refused",
    async (method) => {
      const old = Math.floor(Date.now() / 1000) - 600;
      for (const signature of [undefined, "t=1&s=00", `t=${old}&s=${"0".repeat(64)}`]) {
        const { status } = await ask(method, signature ? { "x-inngest-signature": signature } : {});
        // Without a signature the SDK tells a GET nothing but that there is an app.
        expect([401, 500]).toContain(status);
      }
    },
  );
});
