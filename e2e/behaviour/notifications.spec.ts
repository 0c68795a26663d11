import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

const bell = (page: Page, unread: number) =>
  page.getByRole("button", {
    name: unread > 0 ? `알림, 읽지 않은 알림 ${unread}건` : "알림, 읽지 않은 알림 없음",
  });

test("a buyer is told of a purchase in every tab at once, and reads it in one for all", async ({
  page,
  context,
  sale,
  logIn,
  hold,
}) => {
  await page.goto("/");
  await expect(page.getByRole("link", { name: "로그인" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^알림/ })).toHaveCount(0);
  await logIn(context);
  const { sessionId, title } = await sale();
  const purchase = new Purchase(page);
  await purchase.toPayment(await hold(context, sessionId));
  const other = await context.newPage();
  await other.goto("/");
  await expect(other.getByRole("button", { name: /^알림/ })).toBeVisible();
  const orderId = await purchase.pay("결제 승인");
  // The order that began, the order that is confirmed and its payment that is complete.
  for (const tab of [page, other]) await expect(bell(tab, 3)).toBeVisible();
  await page.reload();
  await expect(bell(page, 3)).toBeVisible();

  await bell(page, 3).click();
  const panel = page.getByRole("dialog", { name: "알림" });
  const confirmed = panel.getByRole("link", { name: /예매가 완료됐어요/ });
  await expect(confirmed).toContainText(title);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await bell(page, 3).press("Enter");
  await confirmed.click();
  await page.waitForURL(`**/me/orders/${orderId}`);
  for (const tab of [page, other]) await expect(bell(tab, 2)).toBeVisible();

  await bell(page, 2).click();
  await panel.getByRole("button", { name: "모두 읽음" }).click();
  for (const tab of [page, other]) await expect(bell(tab, 0)).toBeVisible();
  await panel.getByRole("link", { name: "모든 알림 보기" }).click();
  await page.waitForURL("**/me/notifications");
  await expect(page.getByRole("list", { name: "알림" }).getByRole("listitem")).toHaveCount(3);
  await expect(page.getByRole("button", { name: "모두 읽음" })).toHaveCount(0);
  await expectAccessible(page);
});
