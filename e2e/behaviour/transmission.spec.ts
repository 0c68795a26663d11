import { payloadOf } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";
import { Operations } from "../pages/operations.ts";

test("the order of a ticket just sold is found, opened, and copied as it is sent", async ({
  page,
  context,
  sale,
  buyer,
  buy,
  logInAsAdmin,
}) => {
  const { sessionId } = await sale();
  await logInAsAdmin(context);
  const orderId = await buy(buyer, sessionId);

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  await page.getByRole("link", { name: "운영" }).click();
  await page.waitForURL(/\/admin$/);
  await new Operations(page).goTo("전송");
  await page.getByRole("searchbox", { name: "찾기" }).fill(orderId);
  await page.getByRole("button", { name: "찾기" }).click();
  await expect(page).toHaveURL(/search=/);
  const row = page.getByRole("row").filter({ hasText: orderId });
  await expect(row.filter({ hasText: "OrderCompleted" }).getByText("전송 완료")).toBeVisible();
  await row.getByRole("link", { name: "OrderCompleted" }).click();
  await page.waitForURL(/\/admin\/transmissions\/transmission_/);
  await expect(page.getByRole("region", { name: "보내는 내용" })).toContainText(orderId);
  await page.getByRole("button", { name: "보내는 내용 복사" }).click();
  await expect(page.getByText("복사했어요")).toBeVisible();
  const transmissionId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await payloadOf(transmissionId));
  await page.getByRole("link", { name: "전송 목록으로" }).click();
  await expect(page.getByRole("searchbox", { name: "찾기" })).toHaveValue(orderId);

  await new Operations(page).goTo("샌드박스 수신기");
  await expect(page.getByRole("list", { name: "도착한 메시지" }).getByText(orderId).first()).toBeVisible();
});
