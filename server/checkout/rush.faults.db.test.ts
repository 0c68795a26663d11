import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import { closeAll } from "#server/platform/concurrency/singleton.ts";
import { createContext } from "#server/platform/operation/context.ts";
import type { ApiProcess } from "#server/testing/api-processes.ts";
import { startApi } from "#server/testing/api-processes.ts";
import { clients } from "#server/testing/clients.ts";
import { given } from "#server/testing/given.ts";
import { type Ask, buyAll, isLater, send } from "#server/testing/insistent-buyers.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { until } from "#server/testing/until.ts";
import { patient } from "../testing/patience.ts";

// Hoisted above the imports, whose modules read the settings as they load.
const servers = await vi.hoisted(async () => (await import("#server/testing/servers.ts")).startOwnServers());

const STOCK = 240;
const BUYERS = 12;

let apps: ApiProcess[];
beforeAll(async () => {
  apps = await Promise.all([1, 2].map(() => startApi({ replaced: true })));
});
afterAll(async () => {
  await Promise.all(apps.map((app) => app.stop()));
  await closeAll();
  await servers.stop();
});

/** Statuses and reasons that were answered, and how often. */
const seen = new Map<string, number>();

/** Each try may reach the other process. */
const ask: Ask = async (path, buyer, body, headers) => {
  for (let attempt = 0; ; attempt++) {
    const { url } = apps[attempt % apps.length] as ApiProcess;
    const answer = await send(url + path, buyer, body, { headers }).catch(() => undefined);
    if (!answer) continue;
    const said = `${answer.status} ${answer.body.reason ?? ""}`;
    seen.set(said, (seen.get(said) ?? 0) + 1);
    if (!isLater(answer)) return answer;
  }
};

it(
  "a rush sells every ticket once while Redis is restarted and emptied and Postgres is restarted",
  async () => {
    const { id } = await given.saleOpen({ stock: STOCK, maxPerUser: 100 });
    const sold = () => db.$count(tickets, eq(tickets.eventSessionId, id));
    const rush = Promise.all((await clients(BUYERS)).map((buyer) => buyAll(ask, buyer, id)));
    const faults = (async () => {
      await until(async () => (await sold()) >= STOCK * 0.2);
      await servers.restartRedis();
      await until(async () => (await sold()) >= STOCK * 0.4);
      await createContext().redis.flushall();
      await until(async () => (await sold()) >= STOCK * 0.6);
      await servers.restartPostgres();
    })();
    await Promise.all([rush, faults]);
    expect(await sold()).toBe(STOCK);
    await expectEquationsHold();
    expect([...seen.keys()].filter((said) => said.startsWith("5") && !said.startsWith("503"))).toEqual([]);
  },
  patient(60_000),
);
