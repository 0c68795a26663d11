import { readFile } from "node:fs/promises";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { PASSWORD } from "../fixtures/calls.ts";
import { expect, test } from "../fixtures/test.ts";

test("a person takes a copy of their data, waits for their hold, and erases the account", async ({
  page,
  context,
  sale,
  logIn,
  hold,
}) => {
  const { sessionId } = await sale();
  await logIn(context);
  const holdId = await hold(context, sessionId);
  await page.goto("/");
  await page.getByRole("button", { name: /계정 메뉴/ }).click();
  await page.getByRole("menuitem", { name: "계정 설정" }).click();
  await page.getByRole("link", { name: /^내 데이터/ }).click();
  await page.waitForURL(/\/me\/privacy$/);
  const downloaded = page.waitForEvent("download");
  await page.getByRole("button", { name: "내려받기" }).click();
  const copy = JSON.parse(await readFile(await (await downloaded).path(), "utf8"));
  expect(copy.tables.holds).toMatchObject([{ id: holdId }]);
  expect(copy.tables.users).toHaveLength(1);
  const [{ email }] = copy.tables.users;

  await expect(page.getByText("선점한 티켓이 있어요", { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: "계정 삭제하기" })).toHaveCount(0);
  await expectAccessible(page);
  await context.request.delete(`/api/reservations/hold/${holdId}`, {
    headers: { origin: new URL(page.url()).origin },
  });
  await page.reload();
  await page.getByRole("button", { name: "계정 삭제하기" }).click();
  const dialog = page.getByRole("dialog", { name: "계정을 삭제할까요?" });
  await dialog.getByLabel("비밀번호", { exact: true }).fill("Wrong1234");
  await dialog.getByRole("button", { name: "영구히 삭제" }).click();
  await expect(dialog.getByText("비밀번호가 맞지 않아요.").first()).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("비밀번호", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "영구히 삭제" }).click();
  await page.waitForURL(/\/erased$/);
  await expect(page.getByRole("heading", { name: "계정을 삭제했어요" })).toBeVisible();
  await expect(page.getByRole("link", { name: "로그인" })).toBeVisible();
  await expectAccessible(page);
  const answer = await context.request.post("/api/auth/login", {
    data: { email, password: PASSWORD },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(401);
});
