import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";

test("a buyer finds an order by its event and its number, and the address keeps what is searched for", async ({
  page,
  context,
  sale,
  buyer,
  buy,
}) => {
  const first = await sale();
  const second = await sale();
  const orderId = await buy(buyer, first.sessionId, { quantity: 1 });
  await buy(buyer, second.sessionId, { quantity: 1 });
  await context.addCookies(await buyer.cookies());

  await page.goto("/me/orders");
  const links = page.getByRole("main").getByRole("listitem");
  await expect(links).toHaveCount(2);
  const find = page.getByRole("searchbox", { name: "주문 찾기" });
  await find.fill(shortCodeOf(orderId).toLowerCase());
  await expect(links).toHaveCount(1);
  await expect(links).toContainText(first.title);
  await page.reload();
  await expect(find).toHaveValue(shortCodeOf(orderId).toLowerCase());
  await expect(links).toHaveCount(1);
  await expectAccessible(page);

  await find.fill("없는 공연");
  await expect(page.getByText("찾는 주문이 없어요")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "모든 주문 보기" }).click();
  await expect(links).toHaveCount(2);
  await expect(page).toHaveURL(/\/me\/orders$/);
});
