import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { rowsOf } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

test("a refund that the provider refuses is called so, asked for again by an operator, and refunded then", async ({
  browser,
  page,
  context,
  sale,
  logIn,
  logInAsAdmin,
  hold,
}) => {
  const { sessionId } = await sale();
  await logIn(context);
  const purchase = new Purchase(page);
  await purchase.toPayment(await hold(context, sessionId));
  const orderId = await purchase.pay("승인하고, 나중에 첫 환불 요청을 거절하기");
  await purchase.heading("예매가 완료됐어요");

  const order = `/me/orders/${orderId}`;
  await page.goto(order);
  await page.getByRole("button", { name: "예매 취소" }).click();
  await page.getByRole("button", { name: "취소하고 환불받기" }).click();
  await expect(page.getByText("직접 취소했어요")).toBeVisible();
  // The page says by itself what the provider has answered.
  const refused = page.getByText("결제 회사가 환불을 거절해 금액이 아직 돌아가지 않았어요", { exact: false });
  await expect(refused).toBeVisible();
  await expect(page.getByText("환불 완료")).toHaveCount(0);
  await expectAccessible(page);
  expect(await rowsOf(orderId)).toMatchObject({ order: "cancelled", payment: "completed", tickets: 0 });
  await page.goto(`${order}/receipt`);
  await expect(refused).toBeVisible();
  await expect(page.getByText("환불을 요청한 금액")).toBeVisible();
  await expect(page.getByText("환불됨")).toHaveCount(0);
  await page.goto(`/orders/${orderId}/result`);
  await purchase.heading("환불이 거절됐어요");
  const { payment } = await (await page.request.get(`/api/me/orders/${orderId}`)).json();
  const told = await (await page.request.get(`/api/payments/${payment.id}`)).json();
  expect(told).toMatchObject({ status: "completed", refund: { state: "refused" } });

  const operators = await browser.newContext();
  await logInAsAdmin(operators);
  const operator = await operators.newPage();
  await operator.goto("/admin/alerts");
  const alert = operator.getByRole("listitem").filter({ hasText: orderId });
  await expect(alert).toContainText("BANK_REFUSES");
  await alert.getByRole("link", { name: "환불 보기" }).click();
  await operator.waitForURL("/admin/refunds");
  const row = operator.getByRole("row").filter({ hasText: shortCodeOf(orderId) });
  await expect(row).toContainText("30,000원");
  await expect(row).toContainText("결제 회사 응답: BANK_REFUSES");
  await expectAccessible(operator);
  await row.getByRole("button", { name: "다시 요청하기" }).click();
  const dialog = operator.getByRole("alertdialog");
  await expect(dialog).toContainText("30,000원을 돌려 달라고");
  await dialog.getByRole("button", { name: "다시 요청하기" }).click();
  await expect(operator.getByText("환불을 다시 요청했어요.")).toBeVisible();
  await expect(row).toHaveCount(0);
  await operator.goto("/admin/alerts");
  await expect(operator.getByRole("navigation", { name: "운영 메뉴" })).toBeVisible();
  await expect(alert).toHaveCount(0);
  await operators.close();

  await page.goto(order);
  await expect(page.getByText("환불 완료")).toBeVisible();
  await expect(page.getByText("환불 금액")).toBeVisible();
  expect(await rowsOf(orderId)).toMatchObject({ payment: "refunded" });
  await page.goto(`/orders/${orderId}/result`);
  await purchase.heading("환불이 끝났어요");
});
