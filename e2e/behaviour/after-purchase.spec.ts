import { patient } from "#server/testing/patience.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";

test("a ticket is given away by a link, which one person can use once", async ({
  browser,
  page,
  context,
  sale,
  buyer,
  buy,
  logIn,
}) => {
  const { sessionId } = await sale({ transferable: true });
  await buy(buyer, sessionId);
  const giver = await buyer.newPage();
  await giver.goto("/me/tickets");
  await giver.getByRole("button", { name: "다른 분에게 보내기" }).click();
  const dialog = giver.getByRole("dialog");
  await expect(dialog).toContainText("이 QR로는 입장할 수 없어요");
  await dialog.getByRole("button", { name: "보낼 링크 만들기" }).click();
  const field = dialog.getByRole("textbox", { name: "보낼 링크" });
  await expect(field).toHaveValue(/token=/);
  await expectAccessible(giver);
  const link = await field.inputValue();
  await giver.goto(link);
  await expect(giver.getByText("직접 보낸 티켓이에요")).toBeVisible();

  await logIn(context);
  await page.goto(link);
  await expectAccessible(page);
  await page.getByRole("button", { name: "티켓 받기" }).click();
  await expect(page.getByText("새 QR은 내 티켓에 있어요.")).toBeVisible();
  await page.getByRole("link", { name: "내 티켓 보기" }).click();
  await expect(page.getByText("받은 티켓")).toBeVisible();
  await expect(page.getByRole("button", { name: "QR 크게 보기" })).toBeVisible();

  await giver.goto("/me/tickets");
  await expect(giver.getByText("아직 티켓이 없어요")).toBeVisible();
  await expect(giver.getByRole("button", { name: "QR 크게 보기" })).toHaveCount(0);
  const late = await browser.newContext();
  await logIn(late);
  const third = await late.newPage();
  await third.goto(link);
  await expect(third.getByText("지금은 받을 수 없는 티켓이에요")).toBeVisible();
  await expectAccessible(third);
  await late.close();
});

test("a ticket that comes back is offered to the first who waits for it, and paid for", async ({
  page,
  context,
  sale,
  buyer,
  buy,
  logIn,
}) => {
  const { eventId, sessionId } = await sale({ stock: 1, waitlist: true });
  const orderId = await buy(buyer, sessionId);
  await logIn(context);
  await page.goto(`/events/${eventId}`);
  await page.getByRole("link", { name: /대기 명단 올리기/ }).click();
  await page.waitForURL(`/sessions/${sessionId}/waitlist`);
  await page.getByRole("button", { name: "대기 명단에 올리기" }).click();
  await expect(page.getByText("1번째")).toBeVisible();
  await expectAccessible(page);

  const bought = await buyer.newPage();
  await bought.goto(`/me/orders/${orderId}`);
  await bought.getByRole("button", { name: "예매 취소" }).click();
  await expect(bought.getByRole("alertdialog")).toContainText("30,000원");
  await expectAccessible(bought);
  await bought.getByRole("button", { name: "취소하고 환불받기" }).click();
  await expect(bought.getByText("직접 취소했어요")).toBeVisible();

  // The page asks by itself.
  const accept = page.getByRole("button", { name: "티켓 받기" });
  await expect(accept).toBeVisible({ timeout: patient(30_000) });
  await expectAccessible(page);
  await accept.click();
  await page.waitForURL(/\/checkout\//);
  await expect(page.getByText("30,000원").first()).toBeVisible();
  await expectAccessible(page);
});
