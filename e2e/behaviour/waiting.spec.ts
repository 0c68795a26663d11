import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

test("a person who leaves the queue gives up the place", async ({
  browser,
  page,
  context,
  sale,
  logIn,
  admit,
}) => {
  const { eventId, sessionId } = await sale({ admitLimit: 1 });
  const firstContext = await browser.newContext();
  await Promise.all([logIn(firstContext), logIn(context)]);
  await admit(firstContext, sessionId);
  const second = new Purchase(page);
  await second.openEvent(eventId);
  await second.joinQueue();
  const other = await firstContext.newPage();
  await other.goto(`/events/${eventId}`);
  await expect(other.getByText("지금 1명 대기")).toBeVisible();
  await page.getByRole("button", { name: "대기 그만두기" }).click();
  await page.getByRole("button", { name: "나가기" }).click();
  await page.waitForURL(/\/events\//);
  await expect(page.getByText("지금 대기 없음")).toBeVisible();
  await firstContext.close();
});

test("a waiting person is told at once that the sale is paused, goes on, and is over for good", async ({
  browser,
  page,
  context,
  sale,
  logIn,
  admit,
  setSales,
  archive,
}) => {
  const { eventId, sessionId } = await sale({ admitLimit: 1 });
  const firstContext = await browser.newContext();
  await Promise.all([logIn(firstContext), logIn(context)]);
  await admit(firstContext, sessionId);
  const first = await firstContext.newPage();
  await first.goto(`/sessions/${sessionId}/tickets`);
  const second = new Purchase(page);
  await second.openEvent(eventId);
  await second.joinQueue();
  await expect(page.getByText("실시간 연결됨")).toBeVisible();
  // The visible text and the text for screen readers are the same, and one person ahead gives no range of hours.
  await expect(page.getByText("계산하고 있어요").first()).toBeVisible();

  await setSales(sessionId, "CLOSED");
  await expect(page.getByText("판매가 잠시 멈췄어요")).toBeVisible();
  await expect(page.getByText("실시간 연결됨")).toHaveCount(0);
  await expect(first.getByText("판매가 잠시 멈췄어요")).toBeVisible();
  await expect(first.getByRole("button", { name: "1장 선점하기" })).toBeDisabled();
  await setSales(sessionId, "OPEN");
  await expect(page.getByText("판매가 잠시 멈췄어요")).toHaveCount(0);
  await expect(page.getByText("실시간 연결됨")).toBeVisible();

  await archive(eventId);
  await expect(page.getByText("판매가 중단된 공연이에요")).toBeVisible();
  await expect(page.getByText("실시간 연결됨")).toHaveCount(0);
  await expect(first.getByText("판매가 중단된 공연이에요")).toBeVisible();
  await firstContext.close();
});

test("a waiting person is told that everything is sold, and is not kept waiting", async ({
  browser,
  page,
  context,
  sale,
  logIn,
  admit,
  hold,
}) => {
  const { eventId, sessionId } = await sale({ admitLimit: 1, stock: 1 });
  const firstContext = await browser.newContext();
  await Promise.all([logIn(firstContext), logIn(context)]);
  await admit(firstContext, sessionId);
  const second = new Purchase(page);
  await second.openEvent(eventId);
  await second.joinQueue();
  const holdId = await hold(firstContext, sessionId);
  await expect(page.getByText("남은 티켓은 모두 다른 분이 결제하고 있어요")).toBeVisible();
  const first = new Purchase(await firstContext.newPage());
  await first.toPayment(holdId);
  await first.pay("결제 승인");
  await expect(page.getByText("티켓이 매진됐어요")).toBeVisible();
  await firstContext.close();
});
