import type { BrowserContext, Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { rowsOf } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";

const DAY_MS = 86_400_000;
/** Two lines, as organizers write them. */
const REASON = "출연자가 다쳤어요.\n다시 찾아뵐게요.";

test("an operator moves an event and cancels it, and the buyer of a ticket reads both", async ({
  page,
  context,
  sale,
  buyer,
  buy,
  logInAsAdmin,
}) => {
  const { eventId, sessionId, title } = await sale();
  await logInAsAdmin(context);
  const orderId = await buy(buyer, sessionId);
  const bought = await buyer.newPage();

  await moveEvent(page, eventId);
  await readsOfMove(bought, orderId);
  await isTold(bought, title, "공연 일시가 바뀌었어요", /까지 취소하고 전액 환불받을 수 있어요/);

  await page.goto(`/admin/events/${eventId}`);
  await page.getByRole("button", { name: "회차 취소" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(title);
  await expect(dialog.getByRole("button", { name: "회차 취소" })).toBeDisabled();
  await dialog.getByLabel("사유").fill(REASON);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "회차 취소" }).click();
  await expect(page.getByText("모든 주문을 취소하고 환불을 요청했어요.")).toBeVisible();
  await expect(page.getByText("완료 1 · 요청 0 · 거절 0")).toBeVisible();
  await expectAccessible(page);

  await readsOfCancellation(bought, orderId);
  await isTold(bought, title, "공연이 취소됐어요", /결제하신 금액은 전액 환불해요 · 출연자가 다쳤어요/);
  await bought.goto(`/events/${eventId}`);
  await expect(bought.getByText("취소된 회차")).toBeVisible();
  await expect(bought.getByText("출연자가 다쳤어요.")).toBeVisible();
  await expectAccessible(bought);
  await isReadInEnglish(buyer, bought, orderId);
});

/** Gives the event another place and its event session another day, by the forms of the operator. */
async function moveEvent(page: Page, eventId: string): Promise<void> {
  await page.goto(`/admin/events/${eventId}/edit`);
  await page.getByLabel("장소").fill("부산 바다홀");
  await page.getByRole("button", { name: "저장하기" }).click();
  await page.waitForURL(`/admin/events/${eventId}`);
  await expect(page.getByText("저장했어요.")).toBeVisible();
  await page.getByRole("link", { name: /수정$/ }).last().click();
  const start = page.getByLabel("일시");
  const now = Date.parse(`${await start.inputValue()}Z`);
  await start.fill(new Date(now + DAY_MS).toISOString().slice(0, 16));
  await page.getByRole("button", { name: "저장하기" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "일시 바꾸기" }).click();
  await page.waitForURL(`/admin/events/${eventId}`);
  await expect(page.getByText("일시 변경:")).toBeVisible();
}

async function readsOfMove(page: Page, orderId: string): Promise<void> {
  for (const path of [`/me/orders/${orderId}`, "/me/tickets"]) {
    await page.goto(path);
    await expect(page.getByText("장소: 서울 → 부산 바다홀")).toBeVisible();
    await expect(page.getByText(/^일시 변경: .+ → .+/)).toBeVisible();
    await expect(page.getByText(/티켓은 그대로 쓸 수 있어요. 오실 수 없다면 .+까지/)).toBeVisible();
    await expectAccessible(page);
  }
}

async function readsOfCancellation(page: Page, orderId: string): Promise<void> {
  await page.goto("/me/tickets");
  await expect(page.getByText("공연이 취소됐어요")).toBeVisible();
  await expect(page.getByText("이 티켓으로 입장할 수 없어요.")).toBeVisible();
  await expect(page.getByRole("button", { name: "QR 크게 보기" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "주문 보기" }).click();
  await page.waitForURL(`/me/orders/${orderId}`);
  await expect(page.getByText("사유: 출연자가 다쳤어요.")).toContainText("다시 찾아뵐게요.");
  await expect(page.getByText("티켓은 쓸 수 없게 됐고, 30,000원 전액을 환불했어요.")).toBeVisible();
  await expect(page.getByRole("button", { name: "예매 취소" })).toHaveCount(0);
  expect(await rowsOf(orderId)).toMatchObject({ order: "cancelled", payment: "refunded", tickets: 0 });
  await expectAccessible(page);
}

/** Waits until a buyer is told, and sees that it is once. */
async function isTold(page: Page, title: string, what: string, next: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto("/me/notifications");
    const told = page.getByRole("listitem").filter({ hasText: what }).filter({ hasText: title });
    await expect(told).toHaveCount(1);
    await expect(told).toContainText(next);
  }).toPass();
}

async function isReadInEnglish(buyer: BrowserContext, page: Page, orderId: string): Promise<void> {
  await buyer.addCookies([{ name: "locale", value: "en", url: new URL("/", page.url()).href }]);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`/me/orders/${orderId}`);
  await expect(page.getByText("This event was cancelled")).toBeVisible();
  await expectAccessible(page);
}
