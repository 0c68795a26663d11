import type { BrowserContext, Page } from "@playwright/test";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { patient } from "#server/testing/patience.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { makeAdmin, post } from "../fixtures/calls.ts";
import { rowsOf } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";
import { faultAtToss, orderInWindow, pretendToss } from "../fixtures/toss.ts";
import { Purchase } from "../pages/purchase.ts";

const REQUIRED = "필수 입력 항목이에요.";
const dataDir = process.env.E2E_TOSS_SHOP_DATA_DIR;

test("a refused refund whose money went back another way is closed with a note, and the buyer reads their mail", async ({
  page,
  baseURL,
  sale,
  buyer,
  buy,
  logInAsAdmin,
}) => {
  await logInAsAdmin(page.context());
  const { sessionId } = await sale();
  const orderId = await buy(buyer, sessionId, { act: "approveRefusingRefund" });
  await post(buyer, baseURL, `/api/orders/${orderId}/cancel`, {});

  await page.goto("/admin/refunds?state=refused");
  const row = page.getByRole("row").filter({ hasText: shortCodeOf(orderId) });
  await row.getByRole("button", { name: "직접 마무리하기" }).click();
  const dialog = page.getByRole("dialog", {
    name: `주문 ${shortCodeOf(orderId)}의 환불 30,000원을 직접 마무리할까요?`,
  });
  await dialog.getByRole("button", { name: "직접 마무리하기" }).click();
  await expect(dialog.getByText(REQUIRED)).toBeVisible();
  await expect(dialog.getByLabel("돌려드린 방법")).toBeFocused();
  await expectAccessible(page);
  await dialog.getByLabel("돌려드린 방법").fill("11월 28일에 계좌로 보냄");
  await dialog.getByRole("button", { name: "직접 마무리하기" }).click();
  await expect(page.getByText("환불을 마무리했어요.")).toBeVisible();
  await expect(row).toContainText("다른 방법으로 돌려드리고 마무리한 환불이에요.");
  await expect(row.getByRole("button")).toHaveCount(0);
  expect(await rowsOf(orderId)).toMatchObject({ order: "cancelled", payment: "completed" });

  const mailbox = await buyer.newPage();
  await mailbox.goto("/sandbox/mail");
  const mails = mailbox.getByRole("main").getByRole("listitem");
  await expect(mails.filter({ hasText: shortCodeOf(orderId) }).first()).toBeVisible();
  await expect(mails.filter({ hasNotText: "@e2e.example" })).toHaveCount(0);
});

test.describe("where a second operator has to agree, and payments are Toss's", () => {
  test.use({ baseURL: `http://localhost:${process.env.E2E_TOSS_SHOP_PORT}` });
  test.setTimeout(patient(90_000));

  test("an operator decides a payment of which Toss says nothing", async ({
    page,
    sale,
    buyer,
    hold,
    logInAsAdmin,
  }) => {
    const purchase = await withToss(buyer);
    await logInAsAdmin(page.context());
    const { sessionId } = await sale();
    const orderId = await payUnanswered(purchase, await hold(buyer, sessionId));
    await page.goto("/admin/payments");
    const row = page.getByRole("row").filter({ hasText: shortCodeOf(orderId) });
    await row.getByRole("button", { name: "직접 판단하기" }).click();
    const dialog = page.getByRole("dialog", {
      name: `주문 ${shortCodeOf(orderId)}의 결제를 직접 판단할까요?`,
    });
    await expect(dialog).toContainText("30,000원");
    await dialog.getByRole("button", { name: "결제되지 않은 것으로 처리하기" }).click();
    await expect(dialog.getByText(REQUIRED)).toBeVisible();
    await dialog.getByRole("radio", { name: /^결제됐어요/ }).check();
    await dialog.getByLabel("이유").fill("결제 회사가 답하지 않음");
    await dialog.getByLabel("근거").fill("관리자 화면의 승인 내역");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "결제된 것으로 처리하기" }).click();
    await expect(page.getByText("판단한 대로 처리했어요.")).toBeVisible();
    expect(await rowsOf(orderId, dataDir)).toMatchObject({ order: "confirmed", tickets: 1 });
    await purchase.heading("예매가 완료됐어요");
  });

  test("an operator asks, another approves one thing and refuses the other, and no one decides their own", async ({
    page,
    browser,
    baseURL,
    sale,
    buyer,
    hold,
    logIn,
    logInAsAdmin,
  }) => {
    const purchase = await withToss(buyer);
    const other = await browser.newContext();
    await Promise.all([logInAsAdmin(page.context()), logIn(other)]);
    await makeAdmin(other, baseURL, dataDir);
    const { eventId, sessionId } = await sale();
    await purchase.toTossWindow(await hold(buyer, sessionId));
    await purchase.page.getByRole("link", { name: "pay" }).click();
    const orderId = await purchase.orderOnResult();
    await purchase.heading("예매가 완료됐어요");

    await askForRefund(page, orderId);
    await askForClosing(page, eventId);
    const refund = cardOf(page, `주문 ${shortCodeOf(orderId)} 환불`);
    const closing = cardOf(page, `회차 ${shortCodeOf(sessionId)} 판매 멈추기`);
    await page.goto("/admin/approvals");
    for (const card of [refund, closing]) {
      await expect(card).toContainText("본인이 요청했어요. 다른 운영자가 결정해야 해요.");
      await expect(card.getByRole("button")).toHaveCount(0);
    }
    expect(await rowsOf(orderId, dataDir)).toMatchObject({ order: "confirmed", tickets: 1 });

    const second = await other.newPage();
    await second.goto("/admin");
    await second.getByRole("link", { name: "승인 보기" }).click();
    await second.waitForURL("/admin/approvals");
    await decide(second, `회차 ${shortCodeOf(sessionId)} 판매 멈추기`, "거절하기");
    await decide(second, `주문 ${shortCodeOf(orderId)} 환불`, "승인하기");
    await expect(refund).toContainText("승인함");
    await expect(closing).toContainText("거절함");
    expect(await rowsOf(orderId, dataDir)).toMatchObject({ order: "cancelled", tickets: 0 });
    await page.goto(`/admin/events/${eventId}`);
    await expect(page.getByText("판매 중").first()).toBeVisible();
    await other.close();
  });
});

/** The pages of a buyer for whom Toss is pretended. */
async function withToss(buyer: BrowserContext): Promise<Purchase> {
  const page = await buyer.newPage();
  await pretendToss(page);
  return new Purchase(page);
}

/** Pays at Toss, which takes the money and then says nothing more. */
async function payUnanswered(purchase: Purchase, holdId: string): Promise<string> {
  await purchase.toTossWindow(holdId);
  const orderId = orderInWindow(purchase.page);
  await faultAtToss(orderId, { kind: "dropAfter" });
  // What comes before the charge is answered.
  await faultAtToss(orderId, { kind: "delay", ms: 0 }, "lookup");
  for (let asked = 0; asked < ASKED_MAX; asked++)
    await faultAtToss(orderId, { kind: "dropBefore" }, "lookup");
  await purchase.page.getByRole("link", { name: "pay" }).click();
  await purchase.orderOnResult();
  await purchase.heading("결제 확인 중이에요");
  return orderId;
}

/** More often than the app asks while a test runs. */
const ASKED_MAX = 20;

const cardOf = (page: Page, what: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: what }) });

async function askForRefund(page: Page, orderId: string): Promise<void> {
  await page.goto(`/admin/orders/${orderId}`);
  await page.getByRole("button", { name: "환불하기" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("이유").fill("공연장 사정");
  await dialog.getByRole("button", { name: "주문을 취소하고 환불하기" }).click();
  await expect(page.getByText(/다른 운영자의 승인을 요청했어요/)).toBeVisible();
}

async function askForClosing(page: Page, eventId: string): Promise<void> {
  await page.goto(`/admin/events/${eventId}`);
  await page.getByRole("button", { name: "판매 멈추기" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("사유").fill("음향 점검");
  await dialog.getByRole("button", { name: "판매 멈추기" }).click();
  await expect(page.getByText(/다른 운영자의 승인을 요청했어요/)).toBeVisible();
}

/** Decides what was asked, after the dialog has asked for a reason. */
async function decide(page: Page, what: string, label: "승인하기" | "거절하기"): Promise<void> {
  const card = cardOf(page, what);
  await card.getByRole("button", { name: label }).click();
  const dialog = page.getByRole("dialog").filter({ hasText: what });
  await dialog.getByRole("button", { name: label }).click();
  await expect(dialog.getByText(REQUIRED)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("이유").fill("확인했어요");
  await dialog.getByRole("button", { name: label }).click();
  await expect(card).toContainText(label === "승인하기" ? "승인함" : "거절함");
  await expect(card.getByRole("button")).toHaveCount(0);
}
