import type { Page } from "@playwright/test";
import { addDeadTransmissions } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

async function logInAsOperator(page: Page, next: string): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(next)}`);
  await page.getByLabel("이메일").fill("admin@demo.test");
  await page.getByLabel("비밀번호", { exact: true }).fill("Demo1234");
  await page.getByRole("button", { name: "로그인", exact: true }).click();
  await page.waitForURL(`**${next}`);
}

async function search(page: Page, text: string): Promise<void> {
  await page.getByLabel("주문 번호, 전송 번호 또는 종류").fill(text);
  await page.getByRole("button", { name: "찾기" }).click();
}

/** Finds the one transmission of an order and opens it. */
async function open(page: Page, orderId: string): Promise<void> {
  await search(page, orderId);
  await page.getByRole("listitem").filter({ hasText: orderId }).getByRole("link").click();
}

test("an operator sees whether an order arrived, with its payload and its attempts", async ({
  page,
  sale,
  logIn,
  browser,
  baseURL,
}) => {
  const buying = await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: "ko-KR" });
  await logIn(buying);
  const purchase = new Purchase(await buying.newPage());
  const { eventId } = await sale();
  await purchase.toPayment(eventId);
  const orderId = await purchase.pay("결제 승인");
  await buying.close();

  await logInAsOperator(page, "/admin/transmissions");
  await search(page, orderId);
  const row = page.getByRole("listitem").filter({ hasText: "OrderCompleted" });
  await expect(row.getByText("전송 완료")).toBeVisible();
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { name: /OrderCompleted/ })).toBeVisible();
  await expect(page.getByText(`"orderId": "${orderId}"`)).toBeVisible();
  await expect(page.getByRole("list", { name: "시도" }).getByText("도착")).toBeVisible();

  await page.goto("/sandbox/data-platform");
  await expect(page.getByRole("list", { name: "도착한 메시지" }).getByText(orderId).first()).toBeVisible();
});

test("an operator sends dead transmissions again, one and all that match, and closes one with a reason", async ({
  page,
}) => {
  const { orderIds, type } = await addDeadTransmissions(4);
  await logInAsOperator(page, "/admin/transmissions");
  await open(page, orderIds[0] ?? "");
  await page.getByRole("button", { name: "다시 보내기" }).click();
  await expect(page.getByText("전송 완료")).toBeVisible();
  await expect(page.getByRole("list", { name: "시도" }).getByText("수동")).toBeVisible();

  await page.getByRole("link", { name: "전송 목록" }).click();
  await open(page, orderIds[1] ?? "");
  await page.getByRole("button", { name: "수동 종결" }).click();
  await page.getByRole("dialog").getByLabel("사유").fill("전화로 알렸음");
  await page.getByRole("dialog").getByRole("button", { name: "수동 종결" }).click();
  await expect(page.getByText("전화로 알렸음")).toBeVisible();

  await page.goto(`/admin/transmissions?status=DEAD&search=${type}`);
  await page.getByRole("button", { name: "중단된 2건 모두 다시 보내기" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "다시 보내기" }).click();
  await expect(page.getByText("해당하는 전송이 없어요")).toBeVisible();
  await page.goto(`/admin/transmissions?status=SENT&search=${type}`);
  await expect(page.getByRole("listitem").filter({ hasText: type })).toHaveCount(3);
});

test("nobody but an operator sees any of it", async ({ page, logIn }) => {
  await page.goto("/admin/transmissions");
  await page.waitForURL(/\/login/);
  await logIn(page.context());
  for (const path of ["/admin/transmissions", "/admin/alerts", "/sandbox/data-platform"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "운영자만 볼 수 있어요" })).toBeVisible();
  }
});
