import { setTimeout as sleep } from "node:timers/promises";
import { db } from "#db/client.ts";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { joinQueue } from "#server/queue/commands/join-queue.ts";
import { checkEquations } from "#server/reports/queries.ts";
import type { SalesNow } from "#server/sales/contract.ts";
import { type Client, clients } from "#server/testing/clients.ts";
import { given } from "#server/testing/given.ts";
import { listenTo } from "#server/testing/streams.ts";
import { startApp } from "./app.ts";
import { HOLDS, holdsPerSecond } from "./holds.ts";
import { at, latencyRow, ratioOf, ratioRow, row } from "./table.ts";

const OPERATORS = 5;
const SALES = 50;
const WAITING_PER_SALE = 200;
/** An odd number of pairs, so that the median is one of them. */
const PAIRS = 9;
const AIMS = { share: 0.97, firstPictureMs: 1500, ageMs: 2000 };
/** How often a page asks again, in milliseconds (components/operator). */
const EVERY_MS = { second: 1000, two: 2000, ten: 10_000 };

interface Seen {
  /** From the request for the document until the first data. */
  readonly firstPictureMs: number[];
  /** How old what an operator saw was when it was replaced. */
  readonly ageMs: number[];
}

/**
 * Holds a second on one sale with and without five operators who watch the dashboard and that sale, with fifty sales on
 * and ten thousand people in line. The two take turns, and each pair is in the other order than the one before, so that
 * what grows with the run weighs on both.
 */
export async function benchOperators(print: (row: string) => void): Promise<readonly string[]> {
  const app = await startApp();
  try {
    await openSales();
    const operators = await clients(OPERATORS, "ADMIN");
    const seen: Seen = { firstPictureMs: [], ageMs: [] };
    const buyers = await clients(HOLDS);
    const unwatched = () => holdsPerSecond(app.url, buyers);
    const watched = () =>
      holdsPerSecond(app.url, buyers, { accompany: (sale) => watch(app.url, operators, sale, seen) });
    await unwatched();
    await watched();
    seen.firstPictureMs.length = 0;
    seen.ageMs.length = 0;
    const pairs = [];
    for (let pair = 0; pair < PAIRS; pair++) {
      const first = pair % 2 === 0 ? await unwatched() : await watched();
      const second = pair % 2 === 0 ? await watched() : await unwatched();
      const [baseline, figure] = pair % 2 === 0 ? [first, second] : [second, first];
      pairs.push({ figure, baseline });
    }
    const shares = pairs.map(ratioOf);
    print(ratioRow(`holds/s, ${OPERATORS} operators watching`, at(pairs, ratioOf), AIMS.share));
    print(
      row([
        `  of ${PAIRS} pairs, the lowest and the highest`,
        "",
        "",
        `${Math.min(...shares).toFixed(2)}–${Math.max(...shares).toFixed(2)}`,
      ]),
    );
    print(latencyRow("first picture of the dashboard", seen.firstPictureMs, AIMS.firstPictureMs));
    print(latencyRow("age of what the dashboard shows", seen.ageMs, AIMS.ageMs));
    const equations = await checkEquations(db);
    return equations.filter(({ broken }) => broken > 0).map(({ name }) => name);
  } finally {
    await app.stop();
  }
}

/** Fifty sales that let in few, each with two hundred people in line. */
async function openSales(): Promise<void> {
  const line = { admitLimit: 10, admitRatePerSecond: 1, maxLength: 1000 };
  for (let sale = 0; sale < SALES; sale++) {
    const { id: sessionId } = await given.saleOpen({ stock: 1000, line });
    const people = await given.people(WAITING_PER_SALE);
    await Promise.all(people.map((person) => joinQueue(person.ctx(), { sessionId })));
  }
}

/** Has each operator open the dashboard, and then look at it and at a sale. @returns what ends that */
async function watch(url: string, operators: readonly Client[], sale: EventSessionId, seen: Seen) {
  const stop = new AbortController();
  const asking = operators.map((operator) => askerOf(url, operator));
  await Promise.all(asking.map((operator) => openDashboard(operator, seen)));
  const looking = asking.map((operator) => look(operator, sale, { seen, signal: stop.signal }));
  return async () => {
    stop.abort();
    await Promise.all(looking);
  };
}

/** How one operator's browser asks the app. */
function askerOf(url: string, { authorization }: Client) {
  const headers = { authorization };
  const get = async (path: string) => {
    const answer = await fetch(url + path, { headers });
    const body = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${body}`);
    return body;
  };
  return {
    get,
    ask: (path: string, input: object = {}) =>
      get(`/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`),
    listen: (path: string) => listenTo(url, path, {}, headers),
  };
}
type Asker = ReturnType<typeof askerOf>;

async function openDashboard({ get, ask }: Asker, seen: Seen): Promise<void> {
  const startedAt = performance.now();
  await get("/admin");
  await Promise.all([ask("sales.now"), ask("alerts.list"), ask("approvals.list")]);
  seen.firstPictureMs.push(performance.now() - startedAt);
}

interface Look {
  readonly seen: Seen;
  readonly signal: AbortSignal;
}

/** What the two pages ask, as often as they do (components/operator/sales), and the stream of the bell. */
async function look({ ask, listen }: Asker, eventSessionId: EventSessionId, { seen, signal }: Look) {
  const bell = await listen("notifications.watch");
  let shownSince: number | undefined;
  await Promise.all([
    repeatEach(EVERY_MS.second, signal, async () => {
      const { result }: { result: { data: SalesNow } } = JSON.parse(await ask("sales.now"));
      if (shownSince !== undefined) seen.ageMs.push(Date.now() - shownSince);
      shownSince = Date.parse(String(result.data.at));
    }),
    repeatEach(EVERY_MS.second, signal, () => ask("sales.get", { eventSessionId })),
    repeatEach(EVERY_MS.ten, signal, () => ask("sales.history", { eventSessionId, range: "minutes" })),
    repeatEach(EVERY_MS.two, signal, () => ask("alerts.list")),
    repeatEach(EVERY_MS.two, signal, () => ask("approvals.list")),
  ]);
  bell.close();
}

/** As a page does: the next question is asked when its time has come and the one before is answered. */
async function repeatEach(everyMs: number, signal: AbortSignal, ask: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) await Promise.all([ask(), sleep(everyMs, undefined, { signal }).catch(() => {})]);
}
