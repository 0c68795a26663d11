import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { clients } from "#server/testing/clients.ts";
import { given } from "#server/testing/given.ts";
import { until } from "#server/testing/until.ts";
import { eventIdOf } from "../catalog/sales.store.ts";
import { createContext } from "../platform/operation/context.ts";
import { routes } from "../rest.ts";
import { appRouter } from "../router.ts";
import { createApp } from "./app.ts";

// Hoisted above the imports, whose modules read the settings as they load.
const servers = await vi.hoisted(async () => (await import("#server/testing/servers.ts")).startOwnServers());

const app = createApp();
let authorization: string;
/** The reads of tRPC and REST that answer an operator while all is well. */
let reads: string[];

const TOGETHER = 8;
beforeAll(async () => {
  authorization = (await clients(1, "ADMIN"))[0]?.authorization ?? "";
  const sale = await given.saleOpen();
  const eventId = await eventIdOf(createContext(), sale.id);
  const buyer = await given.person();
  const { orderId } = await given.paidOrder(buyer, sale.id);
  const inputs = [
    {},
    { eventSessionId: sale.id },
    { eventId },
    { orderId },
    { search: orderId },
    { userId: buyer.userId },
    { machine: "order", state: "confirmed" },
  ];
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
  const queries = Object.keys(procedures).filter((name) => procedures[name]?._def.type === "query");
  const addresses = queries.flatMap((name) =>
    inputs.map((input) => `/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`),
  );
  const gets = routes.filter(
    // The key of the tickets is a setting, and health has its own words for what is away.
    ({ method, path }) => method === "get" && !/^\/(health|tickets\/keys)/.test(path),
  );
  const ids: Record<string, string> = { eventId, orderId };
  addresses.push(
    ...gets.map(({ path }) => `/api${path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? sale.id)}`),
  );
  const answered: Answer[] = [];
  // A person has eight heavy calls under way at most.
  for (let first = 0; first < addresses.length; first += TOGETHER)
    answered.push(...(await Promise.all(addresses.slice(first, first + TOGETHER).map(ask))));
  expect(answered.filter(({ status }) => status >= 500)).toEqual([]);
  reads = answered.filter(({ status }) => status === 200).map(({ path }) => path);
  expect(reads.length).toBeGreaterThan(30);
});
afterAll(async () => {
  const { closeAll } = await import("#server/platform/concurrency/singleton.ts");
  await closeAll();
  await servers.stop();
});

interface Answer {
  readonly path: string;
  readonly status: number;
  readonly retryAfter: string | null;
  readonly part: unknown;
}

async function ask(path: string): Promise<Answer> {
  const answer = await app.request(path, { headers: { authorization } });
  const part = /"part":"(\w+)"/.exec(await answer.text())?.[1];
  return { path, status: answer.status, retryAfter: answer.headers.get("retry-after"), part };
}

/** What does not say that this part is away, and when to ask again. */
async function others(part: string): Promise<Answer[]> {
  const answers = await Promise.all(reads.map(ask));
  return answers.filter((one) => one.status !== 503 || one.part !== part || one.retryAfter === null);
}

it("says with every read that Postgres is away, and answers none without it", async () => {
  await servers.withoutPostgres(async () => {
    // What several people look at is read once for all of them, and is their answer for two seconds.
    await until(async () => (await others("postgres")).length === 0);
  });
  await until(async () => (await Promise.all(reads.map(ask))).every(({ status }) => status === 200));
});

it("says with every read of a person that Redis is away", async () => {
  await servers.withoutRedis(async () => expect(await others("redis")).toEqual([]));
});
