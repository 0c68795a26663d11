import type { Page } from "@playwright/test";
import { patient } from "#server/testing/patience.ts";
import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

const NOT_IN_QUEUE = "아직 대기열에 참여하지 않았어요";

/** How many people were let in, and how many wait: together, how many ever joined. */
async function lineOf(page: Page, sessionId: string) {
  const { serving, total } = await (
    await page.request.get(`/api/queue/serving?sessionId=${sessionId}`)
  ).json();
  return { serving, total };
}

test.beforeEach(async ({ context, logIn }) => logIn(context));

test("opening, reloading or going back to a page takes no place, and shows the one there is", async ({
  page,
  context,
  sale,
}) => {
  const { sessionId } = await sale();
  const queue = `/sessions/${sessionId}/queue`;
  await page.goto(queue);
  await expect(page.getByText(NOT_IN_QUEUE)).toBeVisible();
  await page.reload();
  await expect(page.getByText(NOT_IN_QUEUE)).toBeVisible();
  await page.goto(`/sessions/${sessionId}/tickets`);
  await page.waitForURL(/\/queue$/);
  await expect(page.getByText(NOT_IN_QUEUE)).toBeVisible();
  expect(await lineOf(page, sessionId)).toEqual({ serving: 0, total: 0 });

  await page.getByRole("button", { name: "예매하기", exact: true }).click();
  const enter = page.getByRole("button", { name: "입장하기" });
  await expect(enter).toBeVisible();
  await page.reload();
  await expect(enter).toBeVisible();
  const other = await context.newPage();
  await other.goto(queue);
  await expect(other.getByRole("button", { name: "입장하기" })).toBeVisible();
  expect(await lineOf(page, sessionId)).toEqual({ serving: 1, total: 0 });
});

test("Back after a hold and after a payment joins nothing and holds nothing", async ({ page, sale }) => {
  const { eventId, sessionId } = await sale();
  const purchase = new Purchase(page);
  await purchase.openEvent(eventId);
  await purchase.joinQueue();
  await purchase.enter();
  await purchase.hold();
  await purchase.goToPayment();
  await purchase.pay("결제 승인");
  await purchase.heading("예매가 완료됐어요");
  const before = await lineOf(page, sessionId);
  expect(before).toEqual({ serving: 1, total: 0 });
  await page.goBack();
  await expect(page.getByText("이미 결제했어요")).toBeVisible();
  await expect(page.getByText("티켓은 다시 판매되고 있어요")).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole("button", { name: /예매하기/ })).toBeVisible();
  expect(await lineOf(page, sessionId)).toEqual(before);
});

test("sales that open put only those in the queue who asked for it, once and on this page", async ({
  browser,
  page,
  context,
  sale,
  openSalesIn,
  logIn,
}) => {
  const askingContext = await browser.newContext();
  await logIn(askingContext);
  const [asking, silent] = await Promise.all([askingContext.newPage(), context.newPage()]);
  const { sessionId } = await sale({ opensInSeconds: 3600 });
  const pages = [page, silent, asking];
  await Promise.all(pages.map((each) => each.goto(`/sessions/${sessionId}/queue`)));
  const askedFor = "오픈하면 바로 예매하기";
  await expect(silent.getByRole("button", { name: askedFor })).toBeVisible();
  for (const each of [asking, page]) await each.getByRole("button", { name: askedFor }).click();
  await page.reload();
  await expect(page.getByRole("button", { name: askedFor })).toBeVisible();

  await openSalesIn(sessionId, 0);
  await expect(asking.getByRole("button", { name: "입장하기" })).toBeVisible({ timeout: patient(40_000) });
  await expect(silent.getByText(NOT_IN_QUEUE)).toBeVisible();
  await expect(page.getByText(NOT_IN_QUEUE)).toBeVisible();
  expect(await lineOf(page, sessionId)).toEqual({ serving: 1, total: 0 });
  await askingContext.close();
});
