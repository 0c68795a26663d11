import type { Page } from "@playwright/test";
import { remainingOf } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

test("two browsers want the last ticket: one holds it, the other is told and nothing is oversold", async ({
  browser,
  sale,
  logIn,
  admit,
}) => {
  const { sessionId } = await sale({ stock: 1 });
  const buyers = await Promise.all(
    [1, 2].map(async () => {
      const context = await browser.newContext();
      await logIn(context);
      await admit(context, sessionId);
      const page = await context.newPage();
      await page.goto(`/sessions/${sessionId}/tickets`);
      return page;
    }),
  );
  // Without waiting until it can be pressed: the slower page may have read already that nothing is left.
  await Promise.all(
    buyers.map((page) => page.getByRole("button", { name: "1장 선점하기" }).dispatchEvent("click")),
  );
  const outcomes = await Promise.all(
    buyers.map((page) =>
      Promise.race([
        page.waitForURL(/\/checkout\//).then(() => "held"),
        page
          .getByRole("alert")
          .filter({ hasText: "남은 티켓은 모두 다른 분이 결제하고 있어요" })
          .first()
          .waitFor()
          .then(() => "refused"),
      ]),
    ),
  );
  expect(outcomes.sort()).toEqual(["held", "refused"]);
  expect(await remainingOf(sessionId)).toBe(0);
  await Promise.all(buyers.map((page) => page.context().close()));
});

test("while others hold what is left, the event leads into the queue and those inside may ask for more than one", async ({
  browser,
  page,
  sale,
  logIn,
  admit,
  hold,
}) => {
  const { eventId, sessionId } = await sale({ stock: 2 });
  const contexts = await Promise.all([1, 2].map(() => browser.newContext()));
  await Promise.all([...contexts, page.context()].map(logIn));
  const [holder, inside] = (await Promise.all(contexts.map((context) => context.newPage()))) as [Page, Page];
  await admit(inside.context(), sessionId);
  await inside.goto(`/sessions/${sessionId}/tickets`);
  await expect(inside.getByRole("button", { name: "1장 선점하기" })).toBeVisible();
  await holder.goto(`/checkout/${await hold(holder.context(), sessionId, 2)}`);
  await expect(inside.getByText("0장 남음")).toBeVisible();
  await expect(inside.getByRole("button", { name: "1장 선점하기" })).toBeDisabled();
  await expect(
    inside.getByText("입장 시간 안에 누가 포기하면 바로 선점할 수 있어요", { exact: false }),
  ).toBeVisible();
  await holder.getByRole("button", { name: "선점 취소" }).click();
  await holder.getByRole("alertdialog").getByRole("button", { name: "선점 취소" }).click();
  await new Purchase(inside).hold(2);
  await page.goto(`/events/${eventId}`);
  await page.getByRole("link", { name: /취소표 기다리기/ }).click();
  await page.waitForURL(/\/queue$/);
  await Promise.all(contexts.map((context) => context.close()));
});
