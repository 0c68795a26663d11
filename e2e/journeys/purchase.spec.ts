import type { Page } from "@playwright/test";
import { rowsOf } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

test("a newcomer signs up, waits in the queue, holds, pays and has QR tickets, a receipt and can cancel", async ({
  page,
  sale,
}) => {
  const { eventId, title } = await sale();
  const purchase = new Purchase(page);
  await page.goto("/");
  // The list follows what is typed.
  await page.getByRole("searchbox", { name: "공연·장소 검색" }).fill(title);
  await page.waitForURL(/q=/);
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("link", { name: /예매하기/ }).click();
  await page.waitForURL(/\/login/);
  await page.getByRole("main").getByRole("link", { name: "회원가입" }).click();
  // The page before has fields of the same names.
  await purchase.heading("회원가입");
  await page.getByLabel("이메일").fill(`${crypto.randomUUID()}@e2e.example`);
  await page.getByLabel("비밀번호", { exact: true }).fill("Rush2026x");
  await page.getByRole("button", { name: "가입하기" }).click();
  await page.waitForURL(/\/queue$/);
  // Coming back to the page took no place.
  await expect(page.getByText("아직 대기열에 참여하지 않았어요")).toBeVisible();
  await purchase.join();
  await purchase.enter();
  await purchase.hold(2);
  await expect(page.getByRole("timer").first()).toHaveText(/^[01]:[0-5]\d$/);
  await purchase.goToPayment();
  const orderId = await purchase.pay("결제 승인");
  await purchase.heading("예매가 완료됐어요");
  expect(await rowsOf(orderId)).toEqual({
    order: "confirmed",
    payment: "completed",
    hold: "CONFIRMED",
    tickets: 2,
  });

  // What was bought is there at once, one ticket after the other.
  const codes = page.getByRole("img", { name: /입장 QR 코드/ });
  await expect(codes).toHaveCount(2);
  await turnOver(page);
  const calendar = await page.request.get(
    (await page.getByRole("link", { name: "캘린더에 추가" }).getAttribute("href")) ?? "",
  );
  expect(await calendar.text()).toContain("BEGIN:VEVENT");

  await page.getByRole("link", { name: "내 티켓 보기" }).click();
  await page.waitForURL("/me/tickets");
  await expect(page.getByRole("heading", { name: title })).toHaveCount(1);
  await expect(codes).toHaveCount(2);
  await turnOver(page);

  await page.goto(`/me/orders/${orderId}/receipt`);
  await purchase.heading("영수증");
  await page.goto(`/me/orders/${orderId}`);
  await page.getByRole("button", { name: "예매 취소" }).click();
  await page.getByRole("button", { name: "취소하고 환불받기" }).click();
  await expect(page.getByText("직접 취소했어요")).toBeVisible();
  expect(await rowsOf(orderId)).toMatchObject({ order: "cancelled", tickets: 0 });
  expect((await page.request.get(`/api/events/${eventId}/sessions`)).ok()).toBe(true);
});

/** Turns from the first ticket to the second: only one of them is in sight. */
async function turnOver(page: Page): Promise<void> {
  const codes = page.getByRole("img", { name: /입장 QR 코드/ });
  await codes.first().scrollIntoViewIfNeeded();
  await expect(codes.nth(1)).not.toBeInViewport();
  await page.getByRole("button", { name: "다음" }).click();
  await expect(page.getByText("2 / 2")).toBeVisible();
  await expect(codes.nth(1)).toBeInViewport();
  await expect(codes.first()).not.toBeInViewport();
}

test("the same purchase in English", async ({ page, context, sale, logIn }) => {
  const { eventId, title } = await sale();
  await logIn(context);
  const purchase = new Purchase(page);
  await purchase.openEvent(eventId);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("link", { name: "Book tickets" }).click();
  const join = page.getByRole("button", { name: "Book tickets" });
  const enter = page.getByRole("button", { name: "Enter" });
  await expect(join.or(enter)).toBeVisible();
  if (await join.isVisible()) await join.click();
  await enter.click();
  await page.getByRole("button", { name: "Hold 1 ticket" }).click();
  await page.getByRole("button", { name: "Pay ₩30,000" }).click();
  const orderId = await purchase.pay("Approve payment");
  await purchase.heading("Booking confirmed");
  await expect(page.getByText("You paid ₩30,000")).toBeVisible();
  expect(await rowsOf(orderId)).toEqual({
    order: "confirmed",
    payment: "completed",
    hold: "CONFIRMED",
    tickets: 1,
  });

  await page.getByRole("link", { name: "See my tickets" }).click();
  await purchase.heading("My tickets");
  await expect(page.getByRole("img", { name: `Entry QR code for ${title}` })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});
