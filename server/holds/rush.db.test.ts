import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { holds } from "#db/schema/holds.ts";
import { saleWithHoldsOf } from "#server/holds/queries.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { API_CONNECTIONS, type ApiProcess, startApi } from "#server/testing/api-processes.ts";
import { type Client, clients } from "#server/testing/clients.ts";
import { given, newKey } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { until } from "#server/testing/until.ts";
import { patient } from "../testing/patience.ts";

/** Two real app processes on one database and one Redis. */
let apps: [ApiProcess, ApiProcess];

beforeAll(async () => {
  apps = (await Promise.all([1, 2].map(() => startApi({ replaced: true })))) as typeof apps;
});
afterAll(() => Promise.all(apps.map((app) => app.stop())));
afterEach(expectEquationsHold);

async function post(url: string, { authorization }: Client, body: unknown, key = newKey()) {
  const answer = await fetch(`${url}/api/reservations/hold`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, reason: JSON.parse(text).reason as string };
}

/** Asks with the same key until there is an answer that is not "later", which a busy process may give. */
async function postUntilAnswered(url: string, buyer: Client, body: unknown, key = newKey()) {
  for (;;) {
    // A cut connection can take the process with it; the next one on its port answers the same key.
    const answer = await post(url, buyer, body, key).catch(() => undefined);
    if (answer && answer.status !== 503 && answer.reason !== "idempotency_in_progress") return answer;
  }
}

const urlOf = (index: number) => (apps[index % 2] as ApiProcess).url;

describe("two app processes", () => {
  it(
    "hold exactly 100 of 1,000 concurrent wishes for 100 tickets",
    async () => {
      const { id: eventSessionId } = await given.saleOpen({ stock: 100 });
      const buyers = await clients(1000);
      const tokens = await Promise.all(buyers.map((buyer) => given.admitted(buyer, eventSessionId)));
      const answers = await Promise.all(
        buyers.map((buyer, index) =>
          postUntilAnswered(urlOf(index), buyer, {
            ...{ sessionId: eventSessionId, quantity: 1, queueToken: tokens[index] },
          }),
        ),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(100);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(900);
      expect(new Set(answers.flatMap(({ reason }) => reason ?? []))).toEqual(new Set(["insufficient_stock"]));
      expect(await db.$count(holds, eq(holds.eventSessionId, eventSessionId))).toBe(100);
      expect(await saleWithHoldsOf(createContext(), eventSessionId)).toMatchObject({
        remainingStock: 0,
        heldStock: 100,
      });
    },
    patient(60_000),
  );

  it("give 200 parallel requests with one key one effect and one answer, byte for byte", async () => {
    const { id: eventSessionId } = await given.saleOpen({ stock: 100 });
    const [buyer, other] = (await clients(2)) as [Client, Client];
    const body = {
      sessionId: eventSessionId,
      quantity: 2,
      queueToken: await given.admitted(buyer, eventSessionId),
    };
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => post(urlOf(index), buyer, body, key)),
    );
    const held = answers.filter(({ status }) => status === 201);
    expect(new Set(held.map(({ text }) => text)).size).toBe(1);
    expect(held.filter(({ headers }) => headers.get("idempotency-replayed") === null)).toHaveLength(1);
    for (const refused of answers.filter(({ status }) => status !== 201))
      expect(refused).toMatchObject({ status: 409, reason: "idempotency_in_progress" });
    expect(await post(urlOf(0), buyer, { ...body, quantity: 1 }, key)).toMatchObject({ status: 422 });
    const theirs = { ...body, queueToken: await given.admitted(other, eventSessionId) };
    expect(await post(urlOf(1), other, theirs, key)).toMatchObject({ status: 201 });
    expect(await saleWithHoldsOf(createContext(), eventSessionId)).toMatchObject({ remainingStock: 96 });
  });

  it(
    "lose one of them in a rush: a buyer who asks the other with the same key gets one hold and no more",
    async () => {
      const { id: eventSessionId } = await given.saleOpen({ stock: 1000 });
      const [doomed, survivor] = await Promise.all([startApi(), startApi()]);
      const buyers = await clients(200);
      const tokens = await Promise.all(buyers.map((buyer) => given.admitted(buyer, eventSessionId)));
      const keys = buyers.map(() => newKey());
      const ask = (url: string, index: number, how = post) =>
        how(
          url,
          buyers[index] as Client,
          { sessionId: eventSessionId, quantity: 1, queueToken: tokens[index] },
          keys[index],
        );
      const first = buyers.map((_, index) => ask(doomed.url, index).catch(() => undefined));
      // The first answer means that the rush is under way.
      await Promise.race(first);
      doomed.kill();
      const seen = await Promise.all(first);
      const again = await Promise.all(buyers.map((_, index) => ask(survivor.url, index, postUntilAnswered)));
      expect(again.map(({ status }) => status)).toEqual(buyers.map(() => 201));
      seen.forEach((answer, index) => {
        if (answer?.status === 201) expect(again[index]?.text).toBe(answer.text);
      });
      expect(await db.$count(holds, eq(holds.eventSessionId, eventSessionId))).toBe(200);
      await survivor.stop();
    },
    patient(60_000),
  );

  it(
    "recover by themselves from cut database connections and an emptied Redis, and never answer 500",
    async () => {
      const { id: eventSessionId } = await given.saleOpen({ stock: 60 });
      const buyers = await clients(120);
      const tokens = await Promise.all(buyers.map((buyer) => given.admitted(buyer, eventSessionId)));
      const rush = buyers.map((buyer, index) =>
        postUntilAnswered(urlOf(index), buyer, {
          ...{ sessionId: eventSessionId, quantity: 1, queueToken: tokens[index] },
        }),
      );
      for (let cut = 0; cut < 5; cut++)
        await db.execute(
          sql`select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and application_name = ${API_CONNECTIONS}`,
        );
      const answers = await Promise.all(rush);
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
      const held = answers.filter(({ status }) => status === 201).length;
      expect(held).toBe(60);
      expect(await db.$count(holds, eq(holds.eventSessionId, eventSessionId))).toBe(60);

      await createContext().redis.flushdb();
      const body = { sessionId: eventSessionId, quantity: 1, queueToken: tokens[0] };
      const stale = await until(() => post(urlOf(0), buyers[0] as Client, body));
      // An emptied Redis logs everyone out; what is held stays held.
      expect(stale.status).toBe(401);
      expect(await db.$count(holds, eq(holds.eventSessionId, eventSessionId))).toBe(60);
    },
    patient(60_000),
  );
});
