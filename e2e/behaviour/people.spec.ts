import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { ADMIN, accountOf, makeAdmin } from "../fixtures/calls.ts";
import { givenLostPasskey } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";
import { Wizard } from "../pages/integration.ts";

test("a person is suspended while their page and its stream are open, and reads so", async ({
  page,
  context,
  buyer,
  logInAsAdmin,
}) => {
  await logInAsAdmin(context);
  const { id, email } = await accountOf(buyer);
  const theirs = await buyer.newPage();
  await new Wizard(theirs).begin();
  await expect(theirs.getByRole("button", { name: "동의하고 계속하기" })).toBeVisible();

  await page.goto("/admin/people");
  await page.getByRole("searchbox", { name: "찾기" }).fill(email.slice(0, 20));
  await page.getByRole("searchbox", { name: "찾기" }).press("Enter");
  await expect(page.getByText("1건 표시", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: email }).click();
  await page.waitForURL(`/admin/people/${id}`);
  await expect(page.getByRole("region", { name: "로그인 기기" })).toContainText("사용 중");
  await page.getByRole("button", { name: "이용 정지" }).click();
  const dialog = page.getByRole("alertdialog", { name: `${email} 님의 이용을 정지할까요?` });
  await expect(dialog.getByRole("button", { name: "이용 정지" })).toBeDisabled();
  await dialog.getByRole("textbox").fill("매크로 사용");
  await dialog.getByRole("button", { name: "이용 정지" }).click();
  await expect(page.getByText("이용을 정지했어요.")).toBeVisible();
  await expect(page.getByRole("region", { name: "계정에 있었던 일" })).toContainText("매크로 사용");
  await expect(page.getByRole("region", { name: "로그인 기기" })).toContainText("종료됨");

  await expect(theirs.getByRole("heading", { name: "로그인이 종료됐어요" })).toBeVisible();
  await expect(theirs.getByText("이용이 정지된 계정이라 로그인할 수 없어요.")).toBeVisible();
  await expect(theirs.getByRole("button", { name: "동의하고 계속하기" })).toBeHidden();

  await page.getByRole("button", { name: "정지 풀기" }).click();
  const restoring = page.getByRole("alertdialog");
  await restoring.getByRole("textbox").fill("오해였음");
  await restoring.getByRole("button", { name: "정지 풀기" }).click();
  await expect(page.getByText("정지를 풀었어요.")).toBeVisible();
  await expect(
    page.getByRole("region", { name: "할 수 있는 처리" }).getByRole("button", { name: "이용 정지" }),
  ).toBeVisible();
});

test("an operator makes a buyer a seller, and does nothing to their own account", async ({
  page,
  context,
  buyer,
  baseURL,
  logInAsAdmin,
}) => {
  await logInAsAdmin(context);
  const { id, email } = await accountOf(buyer);
  await page.goto(`/admin/people/${id}`);
  await page.getByRole("button", { name: "판매자로 바꾸기" }).click();
  const dialog = page.getByRole("alertdialog", { name: `${email} 님을 판매자로 바꿀까요?` });
  await dialog.getByRole("textbox").fill("계약을 맺음");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "판매자로 바꾸기" }).click();
  await expect(page.getByRole("button", { name: "구매자로 바꾸기" })).toBeVisible();
  await expect(page.getByRole("region", { name: "계정에 있었던 일" })).toContainText("SELLER · 계약을 맺음");
  await expectAccessible(page);

  await context.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`/admin/people?search=${encodeURIComponent(ADMIN.email)}`);
  await expect(page.getByText("1 shown")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: ADMIN.email }).click();
  await expect(page.getByText("This is your own account.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Actions" })).toHaveCount(0);
  await expectAccessible(page);
});

test("an operator asks to remove a person's lost second factors, and another one has it done", async ({
  page,
  browser,
  baseURL,
  buyer,
  logIn,
  logInAsAdmin,
}) => {
  const other = await browser.newContext();
  await Promise.all([logInAsAdmin(page.context()), logIn(other)]);
  await makeAdmin(other, baseURL);
  const { id, email } = await accountOf(buyer);
  await givenLostPasskey(id);

  await page.goto(`/admin/people/${id}`);
  await expect(page.getByText("패스키 1개")).toBeVisible();
  await page.getByRole("button", { name: "2단계 인증 해제 요청" }).click();
  const dialog = page.getByRole("alertdialog", { name: `${email} 님의 2단계 인증 해제를 요청할까요?` });
  await dialog.getByLabel("사유").fill("등록된 번호로 전화해 본인을 확인함");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "2단계 인증 해제 요청" }).click();
  await expect(page.getByText("다른 운영자에게 승인을 요청했어요.")).toBeVisible();
  await expect(page.getByText("패스키 1개")).toBeVisible();

  const second = await other.newPage();
  await second.goto("/admin/approvals");
  const card = second.getByRole("listitem").filter({ hasText: `회원 ${shortCodeOf(id)} 2단계 인증 해제` });
  await card.getByRole("button", { name: "승인하기" }).click();
  const deciding = second.getByRole("dialog");
  await deciding.getByRole("textbox").fill("나도 확인함");
  await deciding.getByRole("button", { name: "승인하기" }).click();
  await expect(card).toContainText("승인함");
  await expect(page.getByText("패스키 1개")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "2단계 인증 해제 요청" })).toHaveCount(0);
  await other.close();
});
