import { patient } from "#server/testing/patience.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { endHoldIn } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

/** Longer than it takes to open a page, and shorter than the last warning of a hold. */
const LITTLE_SECONDS = 15;

test.beforeEach(async ({ context, logIn }) => logIn(context));

test("a second tab at the checkout is told live what the first one did, each end in its own words", async ({
  page,
  context,
  sale,
  hold,
}) => {
  const { sessionId } = await sale();
  const purchase = new Purchase(page);
  const holdId = await hold(context, sessionId);
  await page.goto(`/checkout/${holdId}`);
  const second = await context.newPage();
  await second.goto(`/checkout/${holdId}`);
  await expect(second.getByRole("button", { name: /원 결제하기/ })).toBeVisible();

  await purchase.goToPayment();
  const orderId = await purchase.pay("결제 승인");
  await purchase.heading("예매가 완료됐어요");
  await expect(second.getByText("이미 결제했어요")).toBeVisible();
  await expect(second.getByRole("link", { name: "내 티켓 보기" })).toBeVisible();
  await expectAccessible(second);

  await page.goto(`/me/orders/${orderId}`);
  await page.getByRole("button", { name: "예매 취소" }).click();
  await page.getByRole("button", { name: "취소하고 환불받기" }).click();
  await expect(second.getByText("취소된 주문이에요")).toBeVisible();
  await expect(second.getByRole("link", { name: "주문 보기" })).toBeVisible();
});

test("tickets given back in one tab are not paid for in another", async ({ page, context, sale, hold }) => {
  const { sessionId } = await sale();
  const holdId = await hold(context, sessionId);
  await page.goto(`/checkout/${holdId}`);
  const second = await context.newPage();
  await second.goto(`/checkout/${holdId}`);
  await expect(second.getByRole("button", { name: /원 결제하기/ })).toBeVisible();
  await page.getByRole("button", { name: "선점 취소" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "선점 취소" }).click();
  await page.waitForURL(/\/events\//);
  await expect(second.getByText("선점을 취소했어요")).toBeVisible();
});

test("a payment that was left can be gone on with from every page, for as long as the hold lives", async ({
  page,
  context,
  sale,
  hold,
}) => {
  const { eventId, sessionId } = await sale();
  const purchase = new Purchase(page);
  const holdId = await hold(context, sessionId);
  await purchase.toPayment(holdId);
  for (const path of ["/", `/events/${eventId}`, "/me/tickets", "/me/orders"]) {
    await page.goto(path);
    const bar = page.getByRole("region", { name: "남은 시간" });
    await expect(bar.getByRole("link", { name: "이어서 결제" })).toBeVisible();
    await expect(bar.getByRole("timer")).toHaveText(/^[0-4]:\d\d$/);
    await expect(bar).toContainText("30,000원");
    await expect(bar.locator("[aria-current=step]")).toHaveText("결제");
    await expect(bar).toBeInViewport({ ratio: 1 });
  }
  await expectAccessible(page);
  await page.getByRole("link", { name: "이어서 결제" }).click();
  await page.waitForURL(`**/checkout/${holdId}`);
  await expect(page.getByRole("link", { name: "이어서 결제" })).toHaveCount(0);
  await purchase.goToPayment();
  await purchase.pay("결제 승인");
  await purchase.heading("예매가 완료됐어요");
  await page.goto("/");
  await expect(page.getByRole("link", { name: "이어서 결제" })).toHaveCount(0);
});

test("the pay button is in reach wherever one has scrolled to, and above what lies at the screen's end", async ({
  page,
  context,
  sale,
  hold,
}) => {
  const { sessionId } = await sale({ paper: true });
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto(`/checkout/${await hold(context, sessionId, 2)}`);
  const pay = page.getByRole("button", { name: "60,000원 결제하기" });
  await expect(pay).toBeInViewport({ ratio: 1 });
  // What is not covered can be pressed.
  await pay.click({ trial: true });
  for (const end of [() => scrollTo(0, document.body.scrollHeight), () => scrollTo(0, 0)]) {
    await page.evaluate(end);
    await expect(pay).toBeInViewport({ ratio: 1 });
    await pay.click({ trial: true });
  }
  await page.getByText("종이 티켓", { exact: true }).click();
  await expect(page.getByRole("region", { name: "남은 시간" })).toContainText("63,000원");
});

test("a hold that ends while one looks at another page says that nothing was charged, and how to go on", async ({
  page,
  context,
  sale,
  hold,
}) => {
  const { sessionId, title } = await sale();
  await endHoldIn(await hold(context, sessionId), LITTLE_SECONDS);
  await page.goto("/");
  const bar = page.getByRole("region", { name: "남은 시간" });
  await expect(bar.getByText("20초 남았어요. 곧 선점이 풀려요")).toBeVisible();
  await expect(bar.locator("[aria-current=step]")).toHaveText("선점");
  const words = page.getByRole("alert").filter({ hasText: `시간이 끝나 ${title} 1장의 선점이 풀렸어요` });
  await expect(words).toContainText("결제된 금액은 없어요", { timeout: patient(30_000) });
  await expect(bar).toHaveCount(0);
  await expectAccessible(page);
  const again = words.getByRole("link", { name: "다시 예매하기" });
  await expect(again).toHaveAttribute("href", `/sessions/${sessionId}/queue`);
  await words.getByRole("button", { name: "닫기" }).click();
  await expect(words).toHaveCount(0);
});

test("strangers are asked nothing about purchases", async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/");
  await expect(page.getByRole("link", { name: "로그인" })).toBeVisible();
  expect(asked.filter((url) => url.includes("underWay"))).toEqual([]);
  await context.close();
});
