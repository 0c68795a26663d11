import { expectAccessible } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

test("an operator sees a sale as it goes, pauses letting people in, and those who wait read so and go on", async ({
  browser,
  page,
  context,
  sale,
  logIn,
  logInAsAdmin,
}) => {
  const { eventId, sessionId, title } = await sale({ admitLimit: 1, stock: 10 });
  const [first, second] = [await browser.newContext(), await browser.newContext()];
  await Promise.all([logIn(first), logIn(second), logInAsAdmin(context)]);
  const inside = new Purchase(await first.newPage());
  await inside.openEvent(eventId);
  await inside.joinQueue();
  const waiting = new Purchase(await second.newPage());
  await waiting.openEvent(eventId);
  await waiting.joinQueue();

  await page.goto("/admin");
  await page.getByRole("link", { name: title }).click();
  await page.waitForURL(`/admin/sales/${sessionId}`);
  const step = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  await expect(step("대기 중")).toContainText("1명");
  await expect(step("입장함")).toContainText("1명");

  await page.getByRole("button", { name: "입장 멈추기" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(title);
  await expect(dialog.getByRole("button", { name: "입장 멈추기" })).toBeDisabled();
  await dialog.getByRole("textbox").fill("출입구 점검");
  await dialog.getByRole("button", { name: "입장 멈추기" }).click();
  await expect(page.getByText("입장 멈춤")).toBeVisible();
  await expect(waiting.page.getByText("지금은 입장을 잠시 멈췄어요")).toBeVisible();

  // Those who are in go on buying, and nobody takes their place.
  await inside.enter();
  await inside.hold(2);
  await expect(step("선점 중")).toContainText("2장");
  await expect(step("입장함")).toContainText("0명");
  await expect(waiting.page.getByText("내 순번")).toBeVisible();

  await page.getByRole("button", { name: "입장 다시 시작" }).click();
  await dialog.getByRole("textbox").fill("점검 끝");
  await dialog.getByRole("button", { name: "입장 다시 시작" }).click();
  await waiting.enter();
  await expect(step("대기 중")).toContainText("0명");

  await inside.goToPayment();
  await inside.pay("결제 승인");
  await expect(step("판매됨")).toContainText("2장");
  await expect(page.getByText("100% · 1건 중 1건")).toBeVisible();
  await expect(page.getByText("0장 · 선점 기록과 맞춰 봤어요")).toBeVisible();
  await Promise.all([first.close(), second.close()]);

  await page.goto("/admin?wall");
  await expect(page.getByRole("heading", { name: title }).first()).toBeVisible();
  await expectAccessible(page);
});
