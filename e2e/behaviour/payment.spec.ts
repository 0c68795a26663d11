import { patient } from "#server/testing/patience.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { endHoldNow, rowsOf } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

test.beforeEach(async ({ context, logIn }) => logIn(context));

test("an expired hold says so by itself and leads back to the queue, with as many tickets", async ({
  page,
  context,
  sale,
  admit,
}) => {
  const { sessionId } = await sale({ stock: 2 });
  const purchase = new Purchase(page);
  await admit(context, sessionId);
  await page.goto(`/sessions/${sessionId}/tickets`);
  const holdId = await purchase.hold(2);
  await endHoldNow(holdId);
  await expect(page.getByText("선점 시간이 끝났어요")).toBeVisible();
  await expect(page.getByText("대기열 맨 뒤에서 다시 시작해요")).toBeVisible();
  await page.getByRole("button", { name: "다시 예매하기" }).click();
  await purchase.enter();
  // The number is remembered.
  await page.getByRole("button", { name: "2장 선점하기" }).click();
  await page.waitForURL(/\/checkout\//);
});

test("a refused card ends nothing: its buyer reads so and pays the same order with another", async ({
  page,
  context,
  sale,
  hold,
}) => {
  const { sessionId } = await sale();
  const purchase = new Purchase(page);
  const holdId = await hold(context, sessionId);
  await purchase.toPayment(holdId);
  const orderId = await purchase.pay("카드 거절");
  await purchase.heading("카드가 거절됐어요");
  await expect(page.getByText("결제된 금액은 없어요")).toBeVisible();
  await expect(page.getByText("동안 선점이 유지돼요")).toContainText(/[0-4]:[0-5]\d/);
  expect(await rowsOf(orderId)).toMatchObject({ order: "processing", payment: "pending", hold: "ACTIVE" });
  await expectAccessible(page);
  await page.getByRole("link", { name: "다른 카드로 결제하기" }).click();
  await page.waitForURL(new RegExp(`/checkout/${holdId}`));
  await expect(page.getByText("카드가 거절됐어요")).toBeVisible();
  await purchase.goToPayment();
  expect(await purchase.pay("결제 승인")).toBe(orderId);
  await purchase.heading("예매가 완료됐어요");
  expect(await rowsOf(orderId)).toMatchObject({ order: "confirmed", payment: "completed", tickets: 1 });
});

test("a payment that is refused for good costs nothing and frees the tickets", async ({
  page,
  context,
  sale,
  hold,
}) => {
  const { sessionId } = await sale();
  const purchase = new Purchase(page);
  await purchase.toPayment(await hold(context, sessionId));
  const orderId = await purchase.pay("결제를 실패로 끝내기");
  await purchase.heading("결제되지 않았어요");
  expect(await rowsOf(orderId)).toMatchObject({ order: "failed", payment: "failed", hold: "RELEASED" });
});

test("a buyer who leaves the payment page can go back and pay the same order", async ({
  page,
  context,
  sale,
  hold,
}) => {
  const { sessionId } = await sale();
  const purchase = new Purchase(page);
  await purchase.toPayment(await hold(context, sessionId));
  await page.getByRole("link", { name: /취소하고 돌아가기/ }).click();
  const left = await purchase.orderOnResult();
  await page.getByRole("link", { name: "결제로 돌아가기" }).click();
  await purchase.goToPayment();
  expect(await purchase.pay("결제 승인")).toBe(left);
  await purchase.heading("예매가 완료됐어요");
});

test("a result that is opened before anything was paid leads back to the payment", async ({
  page,
  context,
  sale,
  hold,
}) => {
  const { sessionId } = await sale();
  const purchase = new Purchase(page);
  await purchase.toPayment(await hold(context, sessionId));
  await page.getByRole("link", { name: /취소하고 돌아가기/ }).click();
  const orderId = await purchase.orderOnResult();
  await page.goto(`/orders/${orderId}/result`);
  await expect(page.getByText("결제하셨다면 그대로 기다려 주세요")).toBeVisible();
  await page.getByRole("link", { name: "이어서 결제하기" }).click();
  await purchase.goToPayment();
  expect(await purchase.pay("결제 승인")).toBe(orderId);
  await purchase.heading("예매가 완료됐어요");
});

test("a payment told twice is one order", async ({ page, context, sale, hold }) => {
  const { sessionId } = await sale();
  const purchase = new Purchase(page);
  await purchase.toPayment(await hold(context, sessionId));
  const orderId = await purchase.pay(/두 번/);
  await purchase.heading("예매가 완료됐어요");
  expect(await rowsOf(orderId)).toEqual({
    order: "confirmed",
    payment: "completed",
    hold: "CONFIRMED",
    tickets: 1,
  });
});

test("a payment told late shows that it is being checked, and then that it went well", async ({
  page,
  context,
  sale,
  hold,
}) => {
  const { sessionId } = await sale();
  const purchase = new Purchase(page);
  await purchase.toPayment(await hold(context, sessionId));
  await purchase.pay(/늦게/);
  await purchase.heading("결제 확인 중이에요");
  await expect(page.getByRole("heading", { name: "예매가 완료됐어요" })).toBeVisible({
    timeout: patient(20_000),
  });
});

test("a place that changes while a buyer is at the checkout is shown to them before they pay", async ({
  page,
  context,
  sale,
  hold,
  moveTo,
}) => {
  const { eventId, sessionId } = await sale();
  await page.goto(`/checkout/${await hold(context, sessionId)}`);
  await expect(page.getByRole("button", { name: /원 결제하기/ })).toBeVisible();
  await moveTo(eventId, "부산 바다홀");
  await expect(page.getByText(/장소: .+ → 부산 바다홀/)).toBeVisible();
  await expect(page.getByRole("region", { name: "주문 내용" }).getByText("부산 바다홀")).toBeVisible();
  await expectAccessible(page);
});
