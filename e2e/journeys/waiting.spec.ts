import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

test("whoever waits sees the place, keeps it over a reload, and is called when the one before has a hold", async ({
  browser,
  page,
  context,
  sale,
  logIn,
}) => {
  const { eventId } = await sale({ admitLimit: 1 });
  const firstContext = await browser.newContext();
  await Promise.all([logIn(firstContext), logIn(context)]);
  const first = new Purchase(await firstContext.newPage());
  const second = new Purchase(page);
  await first.openEvent(eventId);
  await first.standInLine();
  await expect(first.page.getByRole("button", { name: "입장하기" })).toBeVisible();

  await second.openEvent(eventId);
  await second.standInLine();
  const number = page.getByText("내 순번").locator("..");
  await expect(number).toContainText("2");
  await page.reload();
  await expect(number).toContainText("2");
  await expect(page.getByText("실시간 연결됨")).toBeVisible();

  await first.enter();
  await first.hold();
  await expect(page.getByRole("button", { name: "입장하기" })).toBeVisible();
  await second.enter();
  await firstContext.close();
});

test("whoever leaves the line gives up the place", async ({ browser, page, context, sale, logIn }) => {
  const { eventId } = await sale({ admitLimit: 1 });
  const firstContext = await browser.newContext();
  await Promise.all([logIn(firstContext), logIn(context)]);
  const first = new Purchase(await firstContext.newPage());
  await first.openEvent(eventId);
  await first.standInLine();
  await expect(first.page.getByRole("button", { name: "입장하기" })).toBeVisible();
  const second = new Purchase(page);
  await second.openEvent(eventId);
  await second.standInLine();
  await page.getByRole("button", { name: "대기 그만두기" }).click();
  await page.getByRole("button", { name: "나가기" }).click();
  await page.waitForURL(/\/events\//);
  await firstContext.close();
});
