import { logIn } from "#server/testing/clients.ts";
import { given, type Person } from "#server/testing/given.ts";
import type { Case } from "./cases.ts";
import { operatorCases } from "./list-cases.ts";
import { sellerCases } from "./seller-cases.ts";
import { openShop } from "./shop.ts";
import { quantile, row, verdict } from "./table.ts";

/** Calls of each read; the first is not counted. */
const CALLS = 20;
const AIM_MS = 300;
/** The slowest reads that are named. */
const NAMED = 10;

interface Timed extends Case {
  readonly p50: number;
  readonly p95: number;
}

/**
 * Fills the app's database with so many orders and reads over HTTP what the pages of operators and sellers read: every
 * list with each of its filters and sorts and a page in its middle, and the pages of a single thing.
 */
export async function benchLists(
  appUrl: string,
  orders: number,
  print: (row: string) => void,
): Promise<void> {
  const shop = await openShop(orders);
  try {
    const admin = await logIn(await given.person("ADMIN"), "ADMIN");
    const seller = await logIn(shop.seller, "SELLER");
    const timed = [
      ...(await timeEach(appUrl, admin.authorization, await operatorCases(shop.db, orders))),
      ...(await timeEach(appUrl, seller.authorization, sellerCases(shop.sold))),
      await timeCopies(appUrl, shop.buyers),
    ];
    for (const [path, cases] of Object.entries(Object.groupBy(timed, ({ path }) => path)))
      print(rowOf(`${path}, ${cases?.length} inputs`, slowest(cases ?? [])[0]));
    for (const found of slowest(timed).slice(0, NAMED))
      print(rowOf(`slowest: ${found.path} ${found.what}`, found));
  } finally {
    await shop.close();
  }
}

const slowest = (timed: readonly Timed[]) => timed.toSorted((one, other) => other.p95 - one.p95);

function rowOf(name: string, timed: Timed | undefined): string {
  const { p50 = Number.NaN, p95 = Number.NaN } = timed ?? {};
  const figure = `${p50.toFixed(0)} / ${p95.toFixed(0)}`;
  return row([`${name}, ms p50 / p95`, figure, "", "", verdict(`p95 < ${AIM_MS}`, p95 < AIM_MS)]);
}

async function timeEach(appUrl: string, authorization: string, cases: readonly Case[]): Promise<Timed[]> {
  const timed: Timed[] = [];
  for (const each of cases)
    timed.push(
      await timeCalls(each, (call) => {
        const input = encodeURIComponent(JSON.stringify(each.input(call)));
        return fetch(`${appUrl}/api/trpc/${each.path}?input=${input}`, { headers: { authorization } });
      }),
    );
  return timed;
}

/** Copies of their data for people who bought; each takes one, since a person may not take many. */
async function timeCopies(appUrl: string, buyers: readonly Person[]): Promise<Timed> {
  const clients = await Promise.all(buyers.slice(0, CALLS + 1).map((buyer) => logIn(buyer)));
  const copy: Case = { path: "POST /api/me/data", what: "", input: () => ({}) };
  return timeCalls(copy, (call) => {
    const authorization = clients[call % clients.length]?.authorization ?? "";
    return fetch(`${appUrl}/api/me/data`, { method: "POST", headers: { authorization } });
  });
}

/** One call after the other: what is measured is the work of a read, and not the wait for the others. */
async function timeCalls(each: Case, call: (number: number) => Promise<Response>): Promise<Timed> {
  const ms: number[] = [];
  for (let number = 0; number <= CALLS; number++) {
    const startedAt = performance.now();
    const answer = await call(number);
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${each.path} ${each.what}: ${answer.status} ${text}`);
    if (number > 0) ms.push(performance.now() - startedAt);
  }
  return { ...each, p50: quantile(ms, 0.5), p95: quantile(ms, 0.95) };
}
