import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { rowsOf } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";

test("an operator finds an order by its number, notes something and refunds one ticket and the rest", async ({
  page,
  context,
  sale,
  buyer,
  buy,
  logInAsAdmin,
}) => {
  const { sessionId, title } = await sale();
  await logInAsAdmin(context);
  const orderId = await buy(buyer, sessionId, { quantity: 2 });

  await page.goto("/admin/orders");
  await expect(page.getByRole("row").filter({ hasText: shortCodeOf(orderId) })).toContainText("예매 완료");
  await expectAccessible(page);
  await page.keyboard.press("/");
  const found = page.getByRole("dialog");
  await found.getByRole("searchbox").fill(shortCodeOf(orderId));
  await expect(found.getByText("1건 찾음")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(`/admin/orders/${orderId}`);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const timeline = page.getByRole("region", { name: "있었던 일" });
  await expect(timeline).toContainText("OrderCompleted");
  await expectAccessible(page);

  await page.getByRole("button", { name: "메모 남기기" }).click();
  await page.getByRole("dialog").getByLabel("메모").fill("전화로 문의하심");
  await page.getByRole("dialog").getByRole("button", { name: "남기기" }).click();
  await expect(timeline.getByText("전화로 문의하심")).toBeVisible();

  await page.getByRole("button", { name: "환불하기" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("환불할 금액")).toHaveValue("60000");
  await expectAccessible(page);
  await dialog.getByLabel("2번").uncheck();
  await dialog.getByRole("button", { name: "1장 환불하기" }).click();
  await expect(dialog.getByText("필수 입력 항목이에요.")).toBeVisible();
  await dialog.getByLabel("환불할 금액").fill("25000");
  await dialog.getByLabel("이유").fill("한 분이 못 오심");
  await dialog.getByRole("button", { name: "1장 환불하기" }).click();
  await expect(page.getByText("티켓을 취소하고 환불을 요청했어요.")).toBeVisible();
  await expect(page.getByText("25,000원")).toBeVisible();
  await expect.poll(() => rowsOf(orderId)).toMatchObject({ order: "confirmed", tickets: 1 });

  const bought = await buyer.newPage();
  await bought.goto(`/me/orders/${orderId}`);
  await expect(bought.getByText("2장 중 1장 유효")).toBeVisible();
  await expect(bought.getByText("환불 금액 (1번 티켓)")).toBeVisible();
  await bought.goto("/me/tickets");
  await expect(bought.getByText("25,000원 환불을 마쳤어요.")).toBeVisible();
  await expectAccessible(bought);
  await bought.goto(`/orders/${orderId}/result`);
  await expect(bought.getByRole("heading", { name: "티켓 일부를 환불했어요" })).toBeVisible();
  await expect(bought.getByText("2번 티켓 1장이 유효해요", { exact: false })).toBeVisible();
  await expectAccessible(bought);
  await bought.goto(`/me/orders/${orderId}/receipt`);
  await expect(bought.getByText("환불하고 남은 금액")).toBeVisible();
  await expect(bought.getByText("35,000원")).toBeVisible();

  await page.getByRole("button", { name: "환불하기" }).click();
  await dialog.getByLabel("이유").fill("공연장 사정");
  await dialog.getByRole("button", { name: "주문을 취소하고 환불하기" }).click();
  await expect(page.getByRole("button", { name: "환불하기", exact: true })).toBeHidden();
  await expect(timeline.getByText("공연장 사정")).toBeVisible();
  await expect
    .poll(() => rowsOf(orderId))
    .toMatchObject({ order: "cancelled", payment: "completed", tickets: 0 });
  await expect(page.getByText("환불 완료").first()).toBeVisible();
});

test("the lists are read in the dark and in English, and say what they do not have", async ({
  page,
  context,
  baseURL,
  logInAsAdmin,
}) => {
  await logInAsAdmin(context);
  await context.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/admin/orders?search=order_00000000000000000000000000");
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/admin/payments");
  await expect(page.getByText("No unknown payments")).toBeVisible();
  await expectAccessible(page);
  await page.route(/reports\.orders/, (route) => route.abort());
  await page.goto("/admin/orders");
  await expect(page.getByText("This list could not be read")).toBeVisible();
  await expectAccessible(page);
});

test("the whole list is downloaded as a file", async ({ page, context, logInAsAdmin }) => {
  await logInAsAdmin(context);
  await page.goto("/admin/orders");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "CSV 받기" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("orders.csv");
});
