import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { createEvent } from "#server/catalog/commands/create-event.ts";
import { createEventSession } from "#server/catalog/commands/create-event-session.ts";
import { createSeatMap } from "#server/seat-maps/commands/create-seat-map.ts";
import type { SeatMapPlanInput } from "#server/seat-maps/contract.ts";
import { given } from "#server/testing/given.ts";
import { startApp } from "./app.ts";
import { admit, launchBrowser, logIn, SLOW_4G, slowDown } from "./phone.ts";
import { latencyRow, quantile, row, verdict } from "./table.ts";

const AIMS = { framesPerSecond: 60, firstPictureMs: 2000 };
/** The screen draws sixty times a second, and a trace begins and ends within a frame. */
const NEARLY = 0.97;
const FIRST_PICTURES = 5;
const FRAMES = 300;
const HOUR_MS = 3_600_000;
/** Who is let in reads that it is their turn before they press. */
const FETCHED_AHEAD_MS = 2000;

/** What a press on the plus button comes to, from the view of the whole hall. */
const DISTANCES = [
  { name: "from afar", presses: 0 },
  { name: "squares", presses: 3 },
  { name: "near", presses: 6 },
];

/** How a map of 20,000 seats moves, and how soon it is seen. */
export async function benchMap(print: (row: string) => void): Promise<void> {
  const app = await startApp();
  const browser = await launchBrowser();
  try {
    const hall = await openHall();
    const address = `${app.url}/sessions/${hall}/tickets`;
    const buyer = await logIn(browser, app.url);
    await admit(buyer, app.url, hall);
    for (const { name, presses } of DISTANCES) {
      const { perSecond, drawnMs } = await drag(browser, buyer, address, presses);
      print(
        row([
          `frames/s, 20,000 seats dragged, ${name}`,
          perSecond.toFixed(1),
          `(${drawnMs.toFixed(1)} ms)`,
          "",
          verdict(`≥ ${AIMS.framesPerSecond}`, perSecond >= AIMS.framesPerSecond * NEARLY),
        ]),
      );
    }
    const ms = [];
    for (let count = 0; count < FIRST_PICTURES; count += 1) {
      await admit(buyer, app.url, hall);
      ms.push(await firstPicture(buyer, address));
    }
    print(latencyRow("first picture after the queue, slow", ms, AIMS.firstPictureMs));
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

const mapOf = (page: Page) => page.getByRole("img", { name: /좌석 배치도/ });

interface Frames {
  readonly perSecond: number;
  /** How long the script of one in twenty frames takes at least, in milliseconds. */
  readonly drawnMs: number;
}

/** Drags the map to and fro by a little with each frame, and counts the frames that a trace says were shown. */
async function drag(
  browser: Browser,
  buyer: BrowserContext,
  address: string,
  presses: number,
): Promise<Frames> {
  const page = await buyer.newPage();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(address);
  await mapOf(page).scrollIntoViewIfNeeded();
  for (let press = 0; press < presses; press += 1) await page.getByRole("button", { name: "확대" }).click();
  await browser.startTracing(page, { categories: ["devtools.timeline"] });
  await mapOf(page).evaluate(dragInPage, FRAMES);
  const { traceEvents }: Trace = JSON.parse((await browser.stopTracing()).toString());
  await page.close();
  const shown = traceEvents.flatMap(({ name, ts }) =>
    name === "AnimationFrame::Presentation" ? [ts / 1000] : [],
  );
  const gapsMs = shown
    .sort((a, b) => a - b)
    .slice(1)
    .map((at, index) => at - (shown[index] ?? at));
  const seconds = gapsMs.reduce((sum, gap) => sum + gap, 0) / 1000;
  const drawnMs = traceEvents.flatMap(({ name, dur }) =>
    name === "FireAnimationFrame" && dur !== undefined ? [dur / 1000] : [],
  );
  return { perSecond: gapsMs.length / seconds, drawnMs: quantile(drawnMs, 0.95) };
}

/** Runs in the page, since a message for each movement would take longer than a frame. */
function dragInPage(canvas: Element, frames: number): Promise<void> {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const tell = (target: EventTarget, type: string, part: number) =>
    target.dispatchEvent(
      new MouseEvent(type, {
        ...{ bubbles: true, cancelable: true, view: window },
        clientX: left + width * (0.5 + 0.3 * Math.sin(part * 12)),
        clientY: top + height * (0.5 + 0.3 * Math.sin(part * 17)),
      }),
    );
  return new Promise((resolve) => {
    let frame = 0;
    const step = () => {
      frame += 1;
      tell(window, "mousemove", frame / frames);
      if (frame < frames) return void requestAnimationFrame(step);
      tell(window, "mouseup", 1);
      resolve();
    };
    tell(canvas, "mousedown", 0);
    requestAnimationFrame(step);
  });
}

/** What is read of a trace; times are in microseconds. */
interface Trace {
  readonly traceEvents: readonly { readonly name: string; readonly ts: number; readonly dur?: number }[];
}

/** From the press that leads out of the queue, to a page of its own, until the map has colours; in milliseconds. */
async function firstPicture(buyer: BrowserContext, address: string): Promise<number> {
  const page = await buyer.newPage();
  await page.goto(address.replace(/tickets$/, "queue"));
  const enter = page.getByRole("button", { name: "입장하기" });
  await enter.waitFor();
  await sleep(FETCHED_AHEAD_MS);
  await slowDown(page, SLOW_4G);
  const pressed = await enter.evaluate((button: HTMLElement) => {
    button.click();
    return performance.timeOrigin + performance.now();
  });
  const seen = await mapOf(page).evaluate(
    (canvas: HTMLCanvasElement) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const pen = canvas.getContext("2d");
          const { data } = pen?.getImageData(0, canvas.height / 2, canvas.width, 1) ?? { data: [0] };
          if (data.some((value) => value > 0)) resolve(performance.timeOrigin + performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page.close();
  return seen - pressed;
}
