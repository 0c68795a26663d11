import type { BrowserContext, Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { accountOf, PASSWORD, post } from "../fixtures/calls.ts";
import { readQr } from "../fixtures/doors.ts";
import { expect, test } from "../fixtures/test.ts";

const CACHE = "page /me/tickets";
const enlarge = (page: Page) => page.getByRole("button", { name: "QR 크게 보기" });
const noneKept = (page: Page) => page.getByText("이 기기에 저장된 티켓이 없어요");
const storage = (page: Page) => page.evaluate(() => localStorage.getItem("seonchak.tickets.1"));

/** What the browser keeps of the page: addresses, and the text of its HTML. */
const keptPage = (page: Page) =>
  page.evaluate(async (name) => {
    const cache = await caches.open(name);
    const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
    return { paths, html: await (await cache.match("/me/tickets"))?.text() };
  }, CACHE);

/** Waits until page and tickets are kept. */
async function expectKept(page: Page): Promise<void> {
  await expect(enlarge(page).first()).toBeVisible();
  await expect.poll(async () => (await keptPage(page)).html ?? "").toContain("</html>");
  expect(await storage(page)).toContain("movingSecret");
}

/** A person who has tickets and has opened their page once. */
async function givenKept(
  page: Page,
  fixtures: {
    logIn: (context: BrowserContext) => Promise<void>;
    sale: () => Promise<{ sessionId: string; title: string }>;
    buy: (context: BrowserContext, sessionId: string, options: { quantity: number }) => Promise<string>;
  },
  quantity = 1,
) {
  const context = page.context();
  await fixtures.logIn(context);
  const { sessionId, title } = await fixtures.sale();
  await fixtures.buy(context, sessionId, { quantity });
  await page.goto("/me/tickets");
  await expectKept(page);
  return { title, account: await accountOf(context) };
}

test("without a network the tickets open with codes that move, also from the start of an installed app", async ({
  page,
  context,
  logIn,
  sale,
  buy,
}) => {
  await logIn(context);
  const { sessionId, title } = await sale();
  await buy(context, sessionId, { quantity: 3 });
  // A link of a page that Next's router has leads here within one document, which the page's worker does not see.
  await page.goto("/seller");
  await page.getByRole("link", { name: "내 티켓" }).first().click();
  await expectKept(page);

  await context.setOffline(true);
  await page.goto("/me/tickets");
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  // A document that begins without a network does not always know that there is none.
  await expect(page.getByText(/(연결이 없어요|확인할 수 없어요)\. 마지막 확인 20\d\d/)).toBeVisible();
  await expect(page.getByText("취소한 티켓으로는 입장할 수 없어요")).toBeVisible();
  await expectAccessible(page);

  await enlarge(page).first().click();
  const screen = page.getByRole("dialog");
  await expect(screen.getByText("1 / 3")).toBeVisible();
  const code = screen.getByRole("img").first().locator("..");
  await expect.poll(() => readQr(code)).toMatch(/^[^.]+(\.[^.]+){4}$/);
  await page.keyboard.press("ArrowRight");
  await expect(screen.getByText("2 / 3")).toBeVisible();
  await expect(screen.getByRole("img").nth(1)).toBeInViewport();
  await expect(screen.getByRole("img").first()).not.toBeInViewport();
  await expectAccessible(page);

  // The screen stays open as the connection comes back.
  await context.setOffline(false);
  await expect(page.getByText("마지막 확인")).toHaveCount(0);
  await expect(screen.getByText("2 / 3")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(screen).toBeHidden();
  await context.setOffline(true);
  await expect(page.getByText(/인터넷 연결이 없어요\. 마지막 확인 20\d\d/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("마지막 확인")).toHaveCount(0);

  const { start_url: start } = await (await page.request.get("/manifest.webmanifest")).json();
  await context.setOffline(true);
  await page.goto(start);
  await expect(page).toHaveURL("/me/tickets");
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
});

test("what is kept of the page carries nothing of a person but their language and look, and no older build's files", async ({
  page,
  context,
  baseURL,
  logIn,
  sale,
  buy,
}) => {
  const { account } = await givenKept(page, { logIn, sale, buy });
  await context.addCookies([
    { name: "locale", value: "en", url: baseURL ?? "" },
    { name: "theme", value: "dark", url: baseURL ?? "" },
  ]);
  await page.reload();
  await expect.poll(async () => (await keptPage(page)).html).toContain('lang="en" data-theme="dark"');
  const { html, paths } = await keptPage(page);
  for (const personal of [account.id, account.email, account.email.split("@")[0] ?? ""])
    expect(html).not.toContain(personal);
  expect(paths.filter((path) => !/^\/(_next\/static|fonts)\/|^\/me\/tickets$/.test(path))).toEqual([]);

  await page.evaluate(async (name) => {
    const cache = await caches.open(name);
    await cache.put("/_next/static/chunks/of-an-older-build.js", new Response("old"));
  }, CACHE);
  await page.reload();
  await expect
    .poll(async () => (await keptPage(page)).paths)
    .not.toContain("/_next/static/chunks/of-an-older-build.js");
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("button", { name: "Enlarge QR" })).toBeVisible();
  await expect(page.getByText(/cannot be checked right now|You are offline/)).toContainText("Last checked");
  await expectAccessible(page);
});

test("another person who logged in sees nothing of the first without a network, nor is it kept", async ({
  page,
  context,
  logIn,
  sale,
  buy,
}) => {
  const { title } = await givenKept(page, { logIn, sale, buy });
  // No page of this browser hears of the login.
  await logIn(context);
  await context.setOffline(true);
  await page.goto("/me/tickets");
  await expect(noneKept(page)).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);
  await expectAccessible(page);

  await context.setOffline(false);
  // This page is drawn for the second person, and asks no further who that is.
  await page.route("**/api/trpc/auth.me*", (route) => route.abort());
  await page.goto("/");
  await expect.poll(() => storage(page)).toBeNull();
});

test("a tab that is open as another person logs in shows nothing of the first any more", async ({
  page,
  context,
  logIn,
  sale,
  buy,
}) => {
  await page.clock.install();
  const { title } = await givenKept(page, { logIn, sale, buy });
  await logIn(context);
  await page.clock.fastForward(61_000);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await expect(page.getByText("아직 티켓이 없어요")).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);
  expect(await storage(page)).not.toContain(title);
});

test("a logout ends what is kept, also for a tab that is open without a network", async ({
  page,
  context,
  logIn,
  sale,
  buy,
}) => {
  const { title } = await givenKept(page, { logIn, sale, buy });
  const other = await context.newPage();
  await other.goto("/");
  await other.getByRole("button", { name: /계정 메뉴/ }).click();
  await other.getByRole("menuitem", { name: "로그아웃" }).click();
  // The page that the logout leads to may just be coming.
  await expect(async () => expect(await storage(other)).toBeNull()).toPass();
  await expect(page.getByText(title)).toHaveCount(0);
  await context.setOffline(true);
  await page.goto("/me/tickets");
  await expect(noneKept(page)).toBeVisible();
});

test("a login that was ended elsewhere ends what is kept with the next contact", async ({
  page,
  context,
  browser,
  baseURL,
  logIn,
  sale,
  buy,
}) => {
  const { account, title } = await givenKept(page, { logIn, sale, buy });
  await context.setOffline(true);
  const laptop = await browser.newContext();
  await post(laptop, baseURL, "/api/auth/login", { email: account.email, password: PASSWORD });
  const list = await laptop.request.get("/api/trpc/auth.myLoginSessions?input=%7B%7D");
  const sessions: { id: string; current: boolean }[] = (await list.json()).result.data;
  for (const { id, current } of sessions)
    if (!current) await post(laptop, baseURL, "/api/trpc/auth.endLoginSession", { loginSessionId: id });
  await page.reload();
  await expect(page.getByText(title).first()).toBeVisible();
  await context.setOffline(false);
  await page.waitForURL("**/login?**");
  await expect.poll(() => storage(page)).toBeNull();
  await context.setOffline(true);
  await page.goto("/me/tickets");
  await expect(noneKept(page)).toBeVisible();
  await laptop.close();
});

test("a browser that keeps nothing shows the tickets as ever while there is a network", async ({
  page,
  context,
  logIn,
  sale,
  buy,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("The quota has been exceeded", "QuotaExceededError");
    };
    Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined });
    Reflect.deleteProperty(Navigator.prototype, "serviceWorker");
  });
  await logIn(context);
  const { sessionId, title } = await sale();
  await buy(context, sessionId);
  await page.goto("/me/tickets");
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await enlarge(page).click();
  await expect(page.getByRole("dialog")).toContainText(/\d\d:\d\d:\d\d/);
  expect(await storage(page)).toBeNull();
});

test("a telephone can put the shop on its home screen, with a way to the tickets", async ({
  page,
  context,
}) => {
  await page.goto("/");
  const address = await page.locator('link[rel="manifest"]').getAttribute("href");
  const manifest = await (await context.request.get(address ?? "")).json();
  expect(manifest).toMatchObject({ name: "선착", display: "standalone", id: "/", start_url: "/?app" });
  expect(manifest.shortcuts).toEqual([{ name: "내 티켓", url: "/me/tickets" }]);
  const icons: { src: string; sizes: string; type: string }[] = manifest.icons;
  expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(["192x192", "512x512"]));
  for (const { src, sizes, type } of icons) {
    expect((await context.request.get(src)).headers()["content-type"]).toContain(type);
    const width = await page.evaluate(async (from) => {
      const image = Object.assign(new Image(), { src: from });
      await image.decode();
      return image.naturalWidth;
    }, src);
    if (sizes !== "any") expect(`${width}x${width}`).toBe(sizes);
  }
  await page.goto(manifest.start_url);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
