import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { Wizard } from "../pages/integration.ts";
import { Purchase } from "../pages/purchase.ts";

const TABS = 8;
const status = () => fetch("/api/health/live").then((answer) => answer.status);

test("eight tabs of a queue share one stream over plain HTTP, and each of them goes on working", async ({
  browser,
  page,
  context,
  sale,
  logIn,
  admit,
  hold,
}) => {
  const { eventId, sessionId } = await sale({ admitLimit: 1 });
  const firstContext = await browser.newContext();
  await Promise.all([logIn(firstContext), logIn(context)]);
  await admit(firstContext, sessionId);

  const leader = new Purchase(page);
  await leader.openEvent(eventId);
  await leader.joinQueue();
  await expect(page.getByText("실시간 연결됨")).toBeVisible();
  const others: Page[] = [];
  for (let count = 1; count < TABS; count++) {
    const tab = await context.newPage();
    await tab.goto(page.url());
    await expect(tab.getByText("내 순번").locator("..")).toContainText("2");
    await expect(tab.getByText("주기적으로 확인하고 있어요")).toBeVisible();
    others.push(tab);
  }
  for (const tab of [page, ...others]) expect(await tab.evaluate(status)).toBe(200);

  await page.close();
  const live = () => Promise.all(others.map((tab) => tab.getByText("실시간 연결됨").count()));
  await expect.poll(async () => (await live()).reduce((sum, count) => sum + count, 0)).toBe(1);
  await hold(firstContext, sessionId);
  for (const tab of others) await expect(tab.getByRole("button", { name: "입장하기" })).toBeVisible();
  await firstContext.close();
});

test("a page says at once that the login has ended, shows nothing of it any more, and leads back", async ({
  page,
  context,
  logIn,
}) => {
  await logIn(context);
  const wizard = new Wizard(page);
  const sessionId = await wizard.begin();
  await expect(page.getByRole("button", { name: "동의하고 계속하기" })).toBeVisible();
  const other = await context.newPage();
  await other.goto("/");
  expect(await other.evaluate(logOut)).toBe(204);
  await expect(page.getByRole("heading", { name: "로그인이 종료됐어요" })).toBeVisible();
  await expect(page.getByRole("button", { name: "동의하고 계속하기" })).toBeHidden();
  await page.getByRole("link", { name: "다시 로그인" }).click();
  await page.waitForURL(`**/login?next=${encodeURIComponent(`/seller/connect/${sessionId}`)}`);
});

/** Does what another tab of the same browser does. */
const logOut = () =>
  fetch("/api/auth/logout", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  }).then((answer) => answer.status);
