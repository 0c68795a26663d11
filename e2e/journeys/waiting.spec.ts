import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

test("a waiting person sees the place, keeps it over a reload, and is called when the one before has a hold", async ({
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
  const second = new Purchase(page);
  await second.openEvent(eventId);
  await second.joinQueue();
  const number = page.getByText("내 순번").locator("..");
  await expect(number).toContainText("2");
  await page.reload();
  await expect(number).toContainText("2");
  await expect(page.getByText("실시간 연결됨")).toBeVisible();

  await hold(firstContext, sessionId);
  await expect(page.getByRole("button", { name: "입장하기" })).toBeVisible();
  await second.enter();
  await firstContext.close();
});
