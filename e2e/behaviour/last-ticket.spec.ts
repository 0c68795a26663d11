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
    await buyer.standInLine();
    await buyer.enter();
  }
  await Promise.all(buyers.map(({ page }) => page.getByRole("button", { name: "1장 잡기" }).click()));
  const outcomes = await Promise.all(
    buyers.map(({ page }) =>
      Promise.race([
        page.waitForURL(/\/checkout\//).then(() => "held"),
        page
          .getByRole("alert")
          .filter({ hasText: /남/ })
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
