import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { createEvent } from "#server/catalog/commands/create-event.ts";
import { createEventSession } from "#server/catalog/commands/create-event-session.ts";
import { createSeatMap } from "#server/seat-maps/commands/create-seat-map.ts";
import type { SeatMapPlanInput } from "#server/seat-maps/contract.ts";
import { given } from "#server/testing/given.ts";
import { startApp } from "./app.ts";
import { latencyRow, row, verdict } from "./table.ts";

const AIMS = { framesPerSecond: 60, firstPictureMs: 2000 };
/** The screen draws sixty times a second, and a trace begins and ends within a frame. */
const NEARLY = 0.97;
const FIRST_PICTURES = 5;
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const SLOW_4G = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750, offline: false };
const SLOWER_CPU = 4;
const HOUR_MS = 3_600_000;

/** What a press on the plus button comes to, from the view of the whole hall. */
const DISTANCES = [
  { name: "from afar", presses: 0 },
  { name: "squares", presses: 3 },
  { name: "near", presses: 6 },
];

/** How a map of 20,000 seats moves, and how soon it is seen. */
export async function benchMap(print: (row: string) => void): Promise<void> {
  const app = await startApp();
  const browser = await chromium.launch({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const address = `${app.url}/sessions/${await openHall()}/tickets`;
    const buyer = await logIn(browser, app.url);
    await admit(buyer, app.url, address);
    for (const { name, presses } of DISTANCES) {
      const { perSecond, longestMs } = await drag(buyer, address, presses);
      print(
        row([
          `frames/s, 20,000 seats dragged, ${name}`,
          perSecond.toFixed(1),
          `(${longestMs.toFixed(0)} ms)`,
          "",
          verdict(`≥ ${AIMS.framesPerSecond}`, perSecond >= AIMS.framesPerSecond * NEARLY),
        ]),
      );
    }
    const ms = [];
    for (let count = 0; count < FIRST_PICTURES; count += 1) {
      await admit(buyer, app.url, address);
      ms.push(await firstPicture(browser, buyer, address));
    }
    print(latencyRow("first picture of the map, slow 4G and CPU", ms, AIMS.firstPictureMs));
  } finally {
    await browser.close();
    await app.stop();
  }
}

/** Five by five sections of twenty rows with forty seats. */
const PLAN: SeatMapPlanInput = {
  sections: Array.from({ length: 25 }, (_, index) => ({
    ...{ id: `s${index}`, name: `${index + 1}구역`, price: 150_000 - 4000 * index },
    color: ["#1d4ed8", "#b45309", "#15803d", "#7c3aed", "#be123c"][index % 5] ?? "#000000",
  })),
  rows: Array.from({ length: 500 }, (_, index) => ({
    ...{ section: `s${Math.floor(index / 20)}`, label: String((index % 20) + 1) },
    seats: Array.from({ length: 40 }, (_, seat) => ({ number: String(seat + 1), position: seat })),
  })),
};

async function openHall(): Promise<string> {
  const ctx = (await given.person("ADMIN")).ctx();
  const { id: seatMapId } = await createSeatMap(ctx, { name: "큰 홀", venue: "서울", plan: PLAN });
  const event = await createEvent(ctx, {
    ...{ title: "큰 공연", description: "2만 석", venue: "서울", status: "PUBLISHED" },
  });
  const at = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
  const { id } = await createEventSession(ctx, {
    ...{ eventId: event.id, seatMap: { seatMapId } },
    ...{ startsAt: at(72), salesOpenAt: at(-1), salesCloseAt: at(71) },
  });
  return id;
}

async function logIn(browser: Browser, origin: string): Promise<BrowserContext> {
  const context = await browser.newContext({ ...PHONE, locale: "ko-KR", baseURL: origin });
  const data = { email: `${crypto.randomUUID()}@bench.example`, password: "Rush2026x" };
  for (const path of ["/api/auth/signup", "/api/auth/login"])
    await context.request.post(path, { data, headers: { origin } });
  return context;
}

async function admit(buyer: BrowserContext, origin: string, address: string): Promise<void> {
  const data = { sessionId: address.split("/").at(-2) };
  let isIn = false;
  while (!isIn)
    isIn = (await (await buyer.request.post("/api/queue/token", { data, headers: { origin } })).json())
      .allowed;
}

const mapOf = (page: Page) => page.getByRole("img", { name: /좌석 배치도/ });

interface Frames {
  readonly perSecond: number;
  /** Of twenty frames the longest but one, in milliseconds. */
  readonly longestMs: number;
}

/** Has a finger drag the map to and fro, and counts the frames in a trace. */
async function drag(buyer: BrowserContext, address: string, presses: number): Promise<Frames> {
  const page = await buyer.newPage();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(address);
  await mapOf(page).scrollIntoViewIfNeeded();
  for (let press = 0; press < presses; press += 1) await page.getByRole("button", { name: "확대" }).click();
  const box = await mapOf(page).boundingBox();
  const devtools = await buyer.newCDPSession(page);
  const middle = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  const drawn = await traceFrames(devtools, () =>
    devtools.send("Input.synthesizeScrollGesture", {
      ...middle,
      ...{ xDistance: -250, yDistance: -150, speed: 400, repeatCount: 4 },
      ...{ repeatDelayMs: 0, preventFling: true, gestureSourceType: "touch" },
    }),
  );
  await page.close();
  const gaps = drawn.slice(1).map((at, index) => (at - (drawn[index] ?? at)) / 1000);
  const sorted = gaps.toSorted((a, b) => a - b);
  const seconds = gaps.reduce((sum, gap) => sum + gap, 0) / 1000;
  return { perSecond: gaps.length / seconds, longestMs: sorted[Math.floor(gaps.length * 0.95)] ?? 0 };
}

/** When each frame was drawn, in microseconds. */
async function traceFrames(devtools: CDPSession, act: () => Promise<unknown>): Promise<number[]> {
  const events: { readonly name?: string; readonly ts?: number }[] = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline", "devtools.timeline.frame"] },
  });
  await act();
  const complete = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
  await devtools.send("Tracing.end");
  await complete;
  return events
    .filter(({ name }) => name === "FireAnimationFrame")
    .map(({ ts }) => ts ?? 0)
    .sort((a, b) => a - b);
}

/** From the request for the page until the map has colours, in milliseconds. */
async function firstPicture(browser: Browser, buyer: BrowserContext, address: string): Promise<number> {
  const context = await browser.newContext({ ...PHONE, storageState: await buyer.storageState() });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_CPU });
  await page.goto(address, { waitUntil: "commit" });
  const ms = await mapOf(page).evaluate(
    (canvas: HTMLCanvasElement) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const pen = canvas.getContext("2d");
          const { data } = pen?.getImageData(0, canvas.height / 2, canvas.width, 1) ?? { data: [0] };
          if (data.some((value) => value > 0)) resolve(performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await context.close();
  return ms;
}
