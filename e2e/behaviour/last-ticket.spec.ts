import { remainingOf } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

test("two browsers want the last ticket: one holds it, the other is told and nothing is oversold", async ({
  browser,
  sale,
  logIn,
}) => {
  const { eventId, sessionId } = await sale({ stock: 1 });
  const buyers = await Promise.all(
    [1, 2].map(async () => {
      const context = await browser.newContext();
      await logIn(context);
      return new Purchase(await context.newPage());
    }),
  );
  for (const buyer of buyers) {
    await buyer.openEvent(eventId);
    await buyer.joinQueue();
    await buyer.enter();
  }
  await Promise.all(buyers.map(({ page }) => page.getByRole("button", { name: "1장 선점하기" }).click()));
  const outcomes = await Promise.all(
    buyers.map(({ page }) =>
      Promise.race([
        page.waitForURL(/\/checkout\//).then(() => "held"),
        page
          .getByRole("alert")
          .filter({ hasText: "남은 티켓이 0장이라 1장을 선점할 수 없어요." })
          .first()
          .waitFor()
          .then(() => "refused"),
      ]),
    ),
  );
  expect(outcomes.sort()).toEqual(["held", "refused"]);
  expect(await remainingOf(sessionId)).toBe(0);
  await Promise.all(buyers.map(({ page }) => page.context().close()));
});

test("while others hold what is left, the event leads into the queue and those inside may ask for more than one", async ({
  browser,
  page,
  sale,
  logIn,
}) => {
  const { eventId } = await sale({ stock: 2 });
  const contexts = await Promise.all([1, 2].map(() => browser.newContext()));
  await Promise.all([...contexts, page.context()].map(logIn));
  const pages = await Promise.all(contexts.map((context) => context.newPage()));
  const [holder, inside] = pages.map((each) => new Purchase(each)) as [Purchase, Purchase];
  for (const buyer of [holder, inside]) {
    await buyer.openEvent(eventId);
    await buyer.joinQueue();
    await buyer.enter();
  }
  await holder.hold(2);
  await expect(inside.page.getByText("0장 남음")).toBeVisible();
  await page.goto(`/events/${eventId}`);
  await page.getByRole("link", { name: /취소표 기다리기/ }).click();
  await page.waitForURL(/\/queue$/);
  await holder.page.getByRole("button", { name: "선점 취소" }).click();
  await holder.page.getByRole("alertdialog").getByRole("button", { name: "선점 취소" }).click();
  await inside.hold(2);
  await Promise.all(contexts.map((context) => context.close()));
});
