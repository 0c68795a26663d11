import { expectAccessible } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";

test("an operator joins a department, chooses how to be told, reads what it is told, and leaves", async ({
  page,
  context,
  sale,
  buyer,
  logInAsAdmin,
  hold,
}) => {
  const name = "조달";
  await logInAsAdmin(context);
  await page.goto("/admin/departments");
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
  await expect(card).toContainText("모든 운영자가 앱에서 읽어요");
  await expectAccessible(page);
  await card.getByRole("combobox", { name: "구성원 추가" }).selectOption("admin@demo.test");
  await card.getByRole("button", { name: "구성원 추가" }).click();
  await expect(card).toContainText("admin@demo.test");

  await page.goto("/me/notifications");
  const choice = page.getByRole("group", { name });
  const saved = page.waitForResponse(/notifications\.choose/);
  await choice.getByRole("checkbox", { name: "이메일" }).click();
  expect((await saved).ok()).toBe(true);
  await page.reload();
  await expect(choice.getByRole("checkbox", { name: "이메일" })).toBeChecked();
  await expectAccessible(page);

  const { sessionId, title } = await sale({ stock: 4 });
  await hold(buyer, sessionId, 3);
  const entry = page.getByRole("link", { name: /절반 아래로 줄었어요/ }).filter({ hasText: title });
  await expect(entry).toContainText(name);
  await entry.click();
  await page.waitForURL(`**/admin/sales/${sessionId}`);

  await page.goto("/admin/departments");
  await card.getByRole("button", { name: `${name} 부서에서 admin@demo.test 빼기` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "빼기" }).click();
  await expect(card).toContainText("모든 운영자가 앱에서 읽어요");
});
