import { expectAccessible } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";

test("an operator sees how many are in each state, and opens those of one", async ({
  page,
  context,
  baseURL,
  sale,
  buyer,
  hold,
  logInAsAdmin,
}) => {
  const { sessionId } = await sale();
  await logInAsAdmin(context);
  const holdId = await hold(buyer, sessionId);
  await page.goto("/admin/states");
  const holds = page.getByRole("region", { name: "선점", exact: true });
  const active = holds.getByRole("row").filter({ has: page.getByRole("link", { name: "선점 중" }) });
  await expect(active).toContainText(/[1-9]/);
  await expect(active).toContainText("hold_");
  await expectAccessible(page);
  await active.getByRole("link", { name: "선점 중" }).click();
  await page.waitForURL("/admin/states/hold?state=ACTIVE");
  await expect(page.getByText(holdId)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "상태 흐름으로" }).click();
  await page.getByRole("region", { name: "주문" }).getByRole("link", { name: "예매 완료" }).last().click();
  await page.waitForURL("/admin/orders?state=confirmed");

  await context.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/admin/states");
  await expect(page.getByRole("region", { name: "Stock" })).toContainText("The numbers are tickets.");
  await expectAccessible(page);
});
