import { expectAccessible } from "../fixtures/accessibility.ts";
import { rowsOf } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";
import { faultAtToss, orderInWindow, pretendToss } from "../fixtures/toss.ts";
import { Purchase } from "../pages/purchase.ts";

test.use({ baseURL: `http://localhost:${process.env.E2E_TOSS_SHOP_PORT}` });

test.beforeEach(async ({ page, context, logIn }) => {
  await pretendToss(page);
  await logIn(context);
});

test("a buyer pays in Toss's window and has the tickets", async ({ page, context, sale, hold }) => {
  const { sessionId } = await sale();
  const purchase = new Purchase(page);
  await purchase.toTossWindow(await hold(context, sessionId));
  await page.getByRole("link", { name: "pay" }).click();
  await purchase.orderOnResult();
  await purchase.heading("예매가 완료됐어요");
});

test("a buyer who closes the window keeps the tickets and pays from our page", async ({
  page,
  context,
  sale,
  hold,
}) => {
  const { sessionId } = await sale();
  const purchase = new Purchase(page);
  await purchase.toTossWindow(await hold(context, sessionId));
  await page.getByRole("link", { name: "close" }).click();
  await expect(page.getByText("결제창을 닫았어요")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /원 결제하기/ }).click();
  await page.getByRole("link", { name: "pay" }).click();
  await purchase.heading("예매가 완료됐어요");
});

test("a declined card leads back to our page, and another pays", async ({ page, context, sale, hold }) => {
  const { sessionId } = await sale();
  const purchase = new Purchase(page);
  await purchase.toTossWindow(await hold(context, sessionId));
  await faultAtToss(orderInWindow(page), { kind: "refuse", status: 403, code: "REJECT_CARD_PAYMENT" });
  await page.getByRole("link", { name: "pay" }).click();
  await expect(page.getByText("결제되지 않았어요")).toBeVisible();
  await page.getByRole("button", { name: /원 결제하기/ }).click();
  await page.getByRole("link", { name: "pay" }).click();
  await purchase.heading("예매가 완료됐어요");
});

test("while it is unknown whether money moved there is no second pay button, on any page", async ({
  page,
  context,
  sale,
  hold,
}) => {
  const { sessionId } = await sale();
  const purchase = new Purchase(page);
  await purchase.toTossWindow(await hold(context, sessionId));
  await faultAtToss(orderInWindow(page), { kind: "dropAfter" });
  await page.getByRole("link", { name: "pay" }).click();
  const orderId = await purchase.orderOnResult();
  await purchase.heading("결제 확인 중이에요");
  const pay = page.getByRole("button", { name: /결제하기/ });
  await expect(pay).toHaveCount(0);
  await page.goto(`/orders/${orderId}/pay`);
  await purchase.heading("결제 확인 중이에요");
  await expect(pay).toHaveCount(0);
});

test("while Toss does not answer nothing is charged, and the buyer asks again", async ({
  page,
  context,
  sale,
  hold,
}) => {
  const { sessionId } = await sale();
  const purchase = new Purchase(page);
  await purchase.toTossWindow(await hold(context, sessionId));
  await faultAtToss(orderInWindow(page), { kind: "dropBefore" }, "lookup");
  await page.getByRole("link", { name: "pay" }).click();
  await expect(page.getByText("결제 회사가 응답하지 않아요")).toBeVisible();
  await page.getByRole("button", { name: "다시 확인하기" }).click();
  await purchase.heading("예매가 완료됐어요");
});

test("an authorization that the buyer did not give is refused, and the tickets can still be given back", async ({
  page,
  context,
  sale,
  hold,
}) => {
  const { sessionId } = await sale();
  const purchase = new Purchase(page);
  await purchase.toTossWindow(await hold(context, sessionId));
  const orderId = orderInWindow(page);
  const { amount } = JSON.parse(new URL(page.url()).searchParams.get("request") ?? "");
  await page.goto(
    `/orders/${orderId}/pay/return?paymentKey=made-up&orderId=${orderId}&amount=${amount.value}`,
  );
  await expect(page.getByText("완료된 결제 기록이 없어요")).toBeVisible();
  expect(await rowsOf(orderId, process.env.E2E_TOSS_SHOP_DATA_DIR)).toMatchObject({
    ...{ order: "processing", payment: "processing", hold: "ACTIVE" },
  });
  await page.getByRole("link", { name: "다시 결제하기" }).click();
  await page.getByRole("button", { name: /원 결제하기/ }).click();
  await page.getByRole("link", { name: "pay" }).click();
  await purchase.heading("예매가 완료됐어요");
});
