import type { Browser, BrowserContext } from "@playwright/test";
import { createEvent } from "#server/catalog/commands/create-event.ts";
import { createEventSession } from "#server/catalog/commands/create-event-session.ts";
import { given } from "#server/testing/given.ts";
import { startApp } from "./app.ts";
import {
  admit,
  launchBrowser,
  logIn,
  type Network,
  newPhone,
  post,
  SLOW_3G,
  SLOW_4G,
  slowDown,
} from "./phone.ts";
import { besideBare } from "./reads.ts";
import { quantile, ratioOf, rounds, row, verdict } from "./table.ts";

const NETWORKS: readonly { readonly name: string; readonly network: Network; readonly aimMs: number }[] = [
  { name: "slow 4G", network: SLOW_4G, aimMs: 2500 },
  { name: "slow 3G", network: SLOW_3G, aimMs: 6000 },
];
const PAGES_PER_SECOND = 2000;
const LOOKS = 3;
const SECONDS = 5;
const CONNECTIONS = 100;
const HOUR_MS = 3_600_000;

/** How soon a phone shows each of the buyer's pages, and how many event pages a second one process sends to strangers. */
export async function benchPages(print: (row: string) => void): Promise<void> {
  const app = await startApp();
  const browser = await launchBrowser();
  try {
    const stranger = await newPhone(browser, app.url);
    const buyer = await logIn(browser, app.url);
    const visits = await prepare(buyer, app.url);
    for (const { name, network, aimMs } of NETWORKS) {
      for (const [page, { path, by }] of Object.entries(visits)) {
        const as = by === "buyer" ? buyer : stranger;
        const ms = [];
        for (let look = 0; look < LOOKS; look += 1)
          ms.push(await largestPaint(browser, as, app.url + path, network));
        const median = quantile(ms, 0.5);
        print(
          row([`${page}, ${name}, LCP ms`, median.toFixed(0), "", "", verdict(`< ${aimMs}`, median < aimMs)]),
        );
      }
    }
    const sent = await rounds(() => besideBare(app.url + (visits.event?.path ?? "/"), SECONDS, CONNECTIONS));
    const aim = verdict(`≥ ${PAGES_PER_SECOND}/s`, sent.figure >= PAGES_PER_SECOND);
    print(
      row([
        "event pages/s, strangers",
        ...[sent.figure.toFixed(0), sent.baseline.toFixed(0), ratioOf(sent).toFixed(2), aim],
      ]),
    );
  } finally {
    await browser.close();
    await app.stop();
  }
}

interface Visit {
  readonly path: string;
  readonly by: "stranger" | "buyer";
}

/** Sells as far as each page needs it. */
async function prepare(buyer: BrowserContext, origin: string): Promise<Readonly<Record<string, Visit>>> {
  const { eventId, sessionId } = await openSale();
  const paid = await buy(buyer, origin, (await openSale()).sessionId);
  const { holdId } = await hold(buyer, origin, (await openSale()).sessionId);
  await admit(buyer, origin, sessionId);
  const own = (path: string): Visit => ({ path, by: "buyer" });
  return {
    home: { path: "/", by: "stranger" },
    event: { path: `/events/${eventId}`, by: "stranger" },
    queue: own(`/sessions/${sessionId}/queue`),
    "choice of tickets": own(`/sessions/${sessionId}/tickets`),
    checkout: own(`/checkout/${holdId}`),
    result: own(`/orders/${paid}/result`),
    "my tickets": own("/me/tickets"),
    "my orders": own("/me/orders"),
  };
}

async function openSale(): Promise<{ readonly eventId: string; readonly sessionId: string }> {
  const ctx = (await given.person("ADMIN")).ctx();
  const words = {
    title: "밤의 무대",
    description: "한 사람이 여는 무대예요.",
    venue: "서울",
    status: "PUBLISHED",
  } as const;
  const event = await createEvent(ctx, words);
  const hours = (count: number) => new Date(Date.now() + count * HOUR_MS).toISOString();
  const { id } = await createEventSession(ctx, {
    ...{ eventId: event.id, totalStock: 1000, price: 50_000, maxPerUser: 4 },
    ...{ startsAt: hours(72), salesOpenAt: hours(-1), salesCloseAt: hours(71) },
  });
  return { eventId: event.id, sessionId: id };
}

async function hold(buyer: BrowserContext, origin: string, sessionId: string) {
  const queueToken = await admit(buyer, origin, sessionId);
  return post(buyer, origin, "/api/reservations/hold", { sessionId, quantity: 1, queueToken });
}

async function buy(buyer: BrowserContext, origin: string, sessionId: string): Promise<string> {
  const { holdId } = await hold(buyer, origin, sessionId);
  const begun = await post(buyer, origin, "/api/payments/checkout", { holdId, method: "CARD" });
  const ticket = decodeURIComponent(new URL(begun.paymentSessionUrl).pathname.split("/").at(-1) ?? "");
  await post(buyer, origin, "/api/trpc/sandbox.play", { ticket, act: "approve" });
  return begun.orderId;
}

/** @returns when the largest thing that the page shows was painted, in milliseconds from its first request */
async function largestPaint(
  browser: Browser,
  as: BrowserContext,
  url: string,
  network: Network,
): Promise<number> {
  const phone = await newPhone(browser, new URL(url).origin, as);
  const page = await phone.newPage();
  await slowDown(page, network);
  await page.goto(url, { timeout: 0 });
  await page.waitForFunction(isRead, undefined, { timeout: 0 });
  const paintedMs = await page.evaluate(lastCandidate);
  await phone.close();
  return paintedMs;
}

/** Runs in the page. @returns whether nothing of it is still to come */
const isRead = () =>
  document.querySelector("h1") !== null && document.querySelector(".animate-pulse") === null;

/** Runs in the page. */
const lastCandidate = () =>
  new Promise<number>((resolve) =>
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
      ...{ type: "largest-contentful-paint", buffered: true },
    }),
  );
