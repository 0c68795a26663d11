import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { patient } from "#server/testing/patience.ts";
import { accessibilityFaults } from "../fixtures/accessibility.ts";
import { accountOf, checkOut, makeAdmin, PAPER, post, ticketOf } from "../fixtures/calls.ts";
import { givenDead, raise, shippingOf } from "../fixtures/database.ts";
import { type Address, addressesOf, PAGES, routesOfFiles } from "../fixtures/every-page.ts";
import { expect, test } from "../fixtures/test.ts";
import { watchShifts, weightFaults } from "../fixtures/weight.ts";
import { newVendorId } from "../pages/integration.ts";

/** Markup that would run, beside a word without a place to break: what a careless or hostile organizer types in. */
const TITLE = `<img src=x onerror=alert(1)> 밤 & "낮" Donaudampfschifffahrtselektrizitätenhauptbetriebswerk`;
const NOTE = "<b>태풍</b>으로 공연장이 문을 닫아요";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
/** Colours are the theme's, and the same in every language: contrast is looked at once in each theme. */
const LOOKS = [
  { locale: "ko", first: PHONE, second: DESKTOP, colorScheme: "light" },
  { locale: "en", first: DESKTOP, second: PHONE, colorScheme: "dark" },
] as const;

/** Where pictures of every page go, if any are wanted: `npm run screenshots` asks for them. */
const PICTURES = process.env.E2E_PICTURES;

test.setTimeout(patient(PICTURES === undefined ? 180_000 : 600_000));

test("each page of the app has its row here, and no row is of a page that is gone", () => {
  expect(Object.keys(PAGES).sort()).toEqual(routesOfFiles().sort());
});

test("faults of accessibility, of layout and of markup are found", async ({ page }) => {
  await page.setContent(`<h1>공연</h1><img src="x"><p style="color: #ccc; width: 500vw">첫눈</p>`);
  const found = await accessibilityFaults(page, { headings: true });
  expect(found.map((fault) => fault.match(/ ([a-z-]+):/)?.[1])).toEqual(
    expect.arrayContaining(["color-contrast", "document-title", "html-has-lang", "image-alt"]),
  );
  expect(await layoutFaults(page, PHONE.width)).toHaveLength(2);
});

test("strangers' pages", async ({ page, baseURL, sale }) => {
  const { eventId, title } = await sale({ title: TITLE });
  await visitAll(page, baseURL, addressesOf("stranger", { eventId, title }));
});

test("a buyer's pages", async ({ page, context, baseURL, logIn, sale, hold, buy, admit }) => {
  await logIn(context);
  const [paid, held, entered] = [
    await sale({ title: TITLE }),
    await sale({ title: TITLE }),
    await sale({ title: TITLE }),
  ];
  const orderId = await buy(context, paid.sessionId, { quantity: 2 });
  const holdId = await hold(context, held.sessionId);
  const unpaid = await checkOut(context, baseURL, holdId);
  await admit(context, entered.sessionId);
  const things = {
    ...{ id: entered.sessionId, title: TITLE, number: shortCodeOf(orderId) },
    ticket: ticketOf(unpaid.paymentUrl),
  };
  const integrationSessionId = await startConnecting(context, baseURL);
  await visitAll(page, baseURL, addressesOf("buyer", { ...things, orderId, holdId, integrationSessionId }));
});

test("a seller's pages", async ({ page, context, baseURL, buyer, buy, logInAsSeller }) => {
  await logInAsSeller(context);
  const { eventId, eventSessionId } = await ownSale(context, baseURL);
  const orderId = await buy(buyer, eventSessionId, { delivery: PAPER });
  const parcel = { shippingId: await shippingOf(orderId), number: shortCodeOf(orderId) };
  const seatMap = await seatMapOf(context, baseURL);
  const things = { eventId, eventSessionId, title: TITLE, ...parcel, ...seatMap };
  await visitAll(page, baseURL, addressesOf("seller", things));
});

/** In how many tests the operators' pages are opened, so that none takes minutes. */
const PARTS = 3;
for (const part of Array(PARTS).keys())
  test(`an operator's pages, part ${part + 1} of ${PARTS}`, async ({
    page,
    context,
    baseURL,
    buyer,
    buy,
    logIn,
    sale,
  }) => {
    await logIn(context);
    // The address of the demo's operator is a short one.
    await makeAdmin(context, baseURL);
    const { eventId, sessionId } = await sale({ title: TITLE, paper: true });
    const orderId = await buy(buyer, sessionId, { act: "approveRefusingRefund" });
    const paperId = await buy(buyer, sessionId, { delivery: PAPER });
    await post(buyer, baseURL, `/api/orders/${orderId}/cancel`, {});
    await post(context, baseURL, "/api/admin/approvals", { kind: "close_sale", id: sessionId, note: NOTE });
    const [id = ""] = await givenDead(orderId);
    await raise({ kind: "job_missed", subject: orderId, detail: {} });
    const { id: personId, email } = await accountOf(buyer);
    const things = {
      ...(await seatMapOf(context, baseURL)),
      ...{ eventId, eventSessionId: sessionId, title: TITLE, note: NOTE, machine: "hold" },
      ...{ orderId, number: shortCodeOf(orderId), id },
      ...{ personId, email },
      ...{ shippingId: await shippingOf(paperId), paperNumber: shortCodeOf(paperId) },
      integrationSessionId: await startConnecting(buyer, baseURL),
    };
    const addresses = addressesOf("operator", things).filter((_, index) => index % PARTS === part);
    await visitAll(page, baseURL, addresses);
  });

test.describe("in a shop with Toss", () => {
  test.use({ baseURL: `http://localhost:${process.env.E2E_TOSS_SHOP_PORT}` });

  test("the pages of its payment", async ({ page, context, baseURL, logIn, sale, hold }) => {
    await logIn(context);
    const { sessionId } = await sale({ title: TITLE });
    const { orderId } = await checkOut(context, baseURL, await hold(context, sessionId));
    await visitAll(page, baseURL, addressesOf("tossBuyer", { orderId, title: TITLE }));
  });
});

/** A sale of the seller's own. */
async function ownSale(seller: BrowserContext, baseURL: string | undefined) {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const times = { startsAt: at(72), salesOpenAt: at(-1), salesCloseAt: at(71) };
  const { id: eventId } = await post(seller, baseURL, "/api/admin/events", {
    ...{ title: TITLE, description: NOTE, venue: TITLE, status: "PUBLISHED" },
    eventSession: {
      ...{ ...times, price: 30_000, totalStock: 10 },
      delivery: { paper: true, paperUntil: times.startsAt },
    },
  });
  const [{ id }] = await (await seller.request.get(`/api/events/${eventId}/sessions`)).json();
  return { eventId, eventSessionId: id };
}

/** A seat map of this person's own, with seats. */
async function seatMapOf(person: BrowserContext, baseURL: string | undefined) {
  const seatMap = `${TITLE} ${crypto.randomUUID()}`.slice(-100).trim();
  const seats = ["1", "2", "3"].map((number) => ({ number }));
  const { id } = await post(person, baseURL, "/api/admin/seat-maps", {
    ...{ name: seatMap, venue: TITLE },
    plan: {
      sections: [{ id: "s1", name: "<b>R</b>석", color: "#0072b2", price: 120_000 }],
      rows: [{ section: "s1", label: "가", seats }],
    },
  });
  return { seatMap, seatMapId: id };
}

/** Has a person begin to connect a marketplace account. */
const startConnecting = async (person: BrowserContext, baseURL: string | undefined) =>
  (await post(person, baseURL, "/api/integration/session", { vendorId: newVendorId() })).id;

/** Opens each page once in each language, and collects what is wrong with any of them. */
async function visitAll(page: Page, baseURL: string | undefined, addresses: readonly Address[]) {
  await watchShifts(page);
  const faults: string[] = [];
  for (const address of addresses)
    for (const look of LOOKS)
      await test.step(`${look.locale} ${address.path}`, async () => {
        const { locale, first, second, colorScheme } = look;
        await page.context().addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
        await page.setViewportSize(first);
        await page.emulateMedia({ colorScheme });
        const html = await open(page, address);
        if (html.includes("__next_error__")) faults.push(`${address.route}: the server failed to draw it`);
        faults.push(...(await weightFaults(page, address.route, html)));
        faults.push(...(await accessibilityFaults(page, { headings: true })));
        faults.push(...(await layoutFaults(page, first.width)));
        await page.setViewportSize(second);
        faults.push(...(await layoutFaults(page, second.width)));
        if (PICTURES !== undefined) await takePictures(page, join(PICTURES, locale), address.route);
      });
  expect(faults).toEqual([]);
}

/** The page as it stands, whole, on a phone and a desktop and in both themes. */
async function takePictures(page: Page, folder: string, route: string): Promise<void> {
  const name = route === "/" ? "home" : route.slice(1).replaceAll("/", ".");
  for (const [screen, size] of Object.entries({ phone: PHONE, desktop: DESKTOP }))
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(folder, `${name}-${screen}-${colorScheme}.png`), fullPage: true });
    }
}

/**
 * Opens a page and waits until it shows what it was opened for.
 * @returns its HTML as the server sent it
 */
async function open(page: Page, { path, query, shows }: Address): Promise<string> {
  // What follows a # alone would lead to a place in the page that is open.
  if (query.startsWith("#")) await page.goto("about:blank");
  const html = (await (await page.goto(path + query))?.text()) ?? "";
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  if (shows !== undefined) await expect(page.getByText(shows).first()).toBeVisible();
  await expect(page.locator(".animate-pulse")).toHaveCount(0);
  await expect(page).toHaveTitle(/\S/);
  expect(new URL(page.url()).pathname).toBe(path);
  return html;
}

/** What is wider than the screen, and markup that someone typed in and the page took for its own. */
async function layoutFaults(page: Page, width: number): Promise<string[]> {
  const found = await page.evaluate((screen) => {
    const all = [...document.querySelectorAll("body *")];
    const isWider = document.documentElement.scrollWidth > screen;
    const wide = isWider ? all.filter((one) => one.getBoundingClientRect().right > screen + 1).slice(-1) : [];
    return [...wide, ...document.querySelectorAll("img[src=x]")].map(({ outerHTML }) =>
      outerHTML.slice(0, 200),
    );
  }, width);
  return found.map((html) => `${page.url()} at ${width} px: ${html}`);
}
