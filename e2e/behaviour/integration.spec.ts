import { patient } from "#server/testing/patience.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { endLockNow } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";
import { Coupang, newVendorId, Wizard } from "../pages/integration.ts";

test.beforeEach(async ({ context, logIn }) => logIn(context));

test("two tabs are one session, and what happens in one shows in the other", async ({ page, context }) => {
  const wizard = new Wizard(page);
  const id = await wizard.begin();
  const other = await context.newPage();
  await other.goto("/seller/connect");
  await other.waitForURL(new RegExp(id));
  await wizard.consent();
  await expect(other.getByRole("heading", { name: "판매자 정보" })).toBeVisible();
  await wizard.enterDetails();
  await expect(other.getByRole("heading", { name: "쿠팡에 이 전화번호를 입력하세요" })).toBeVisible({
    timeout: patient(30_000),
  });
  await wizard.cancel();
  await expect(other.getByText("연결을 취소했어요")).toBeVisible();
});

test("two sellers at once have a phone number each, and see their own code alone", async ({
  page,
  context,
  browser,
  logIn,
}) => {
  const second = await browser.newContext();
  await logIn(second);
  const wizards = [new Wizard(page), new Wizard(await second.newPage())] as const;
  await Promise.all(wizards.map((wizard) => wizard.toPhone()));
  const [recipient, other] = await Promise.all(wizards.map((wizard) => wizard.recipient()));
  expect(recipient).not.toBe(other);
  const [mine, theirs] = wizards;
  const [coupang, theirCoupang] = await Promise.all([
    Coupang.open(context, mine.vendorId),
    Coupang.open(second, theirs.vendorId),
  ]);
  await theirCoupang.send(await theirs.recipient());
  const theirCode = await theirs.code();
  await expect(page.getByText("문자 인증번호가 왔어요")).toBeHidden();
  await coupang.send(await mine.recipient());
  const code = await mine.code();
  await expect(theirs.page.getByText(theirCode, { exact: true })).toBeVisible();
  await expect(theirs.page.getByText(code, { exact: true })).toBeHidden();
  await theirCoupang.enter(code);
  await expect(theirCoupang.page.getByText("인증번호가 올바르지 않습니다")).toBeVisible();
  await Promise.all(wizards.map((wizard) => wizard.cancel()));
  await second.close();
});

test("a code that comes while the connection is lost is there when it is back", async ({ page, context }) => {
  const wizard = new Wizard(page);
  await wizard.toPhone();
  const recipient = await wizard.recipient();
  const elsewhere = await context.browser()?.newContext();
  if (!elsewhere) throw new Error("there is no browser");
  const coupang = await Coupang.open(elsewhere, wizard.vendorId);
  await context.setOffline(true);
  await coupang.send(recipient);
  await context.setOffline(false);
  await expect(page.getByText("문자 인증번호가 왔어요")).toBeVisible({ timeout: patient(20_000) });
  await wizard.cancel();
  await elsewhere.close();
});

test("a seller who cancels or runs out of time begins again with their details", async ({ page }) => {
  const wizard = new Wizard(page);
  await wizard.toPhone();
  await wizard.cancel();
  await expect(page.getByText("연결을 취소했어요")).toBeVisible();
  await page.getByRole("button", { name: "다시 시도" }).click();
  await wizard.consent();
  await expect(page.getByLabel("사업자등록번호")).toHaveValue("124-81-00998");
  await wizard.enterDetails();
  await wizard.heading("쿠팡에 이 전화번호를 입력하세요");
  await endLockNow(page.url().split("/").at(-1) ?? "");
  await expect(page.getByText("전화번호를 쓰는 시간이 끝났어요")).toBeVisible({ timeout: patient(15_000) });
});

test("a seller reads at the first field that the vendor id cannot be right, and of keys that they are refused", async ({
  page,
}) => {
  await page.goto("/seller/connect");
  const codes = page.locator("form").filter({ hasText: "인증번호로 연결" });
  await codes.getByLabel("쿠팡 판매자 ID").fill("B123");
  await codes.getByRole("button", { name: "시작하기" }).click();
  await expect(codes.getByLabel("쿠팡 판매자 ID")).toHaveAccessibleDescription(/A와 숫자 8자리/);
  const keys = page.locator("form").filter({ hasText: "Open API 키로 연결" });
  await keys.getByLabel("쿠팡 판매자 ID").fill(newVendorId());
  await keys.getByLabel("Access Key").fill("somebody-elses-key");
  await keys.getByLabel("Secret Key").fill("secret-of-the-key");
  await keys.getByRole("button", { name: "키 확인하고 연결" }).click();
  await expect(keys.getByLabel("Access Key")).toHaveAccessibleDescription(/키를 받아들이지 않았어요/);
  await expect(keys.getByText(/인증번호를/)).toHaveCount(0);
});

test("a seller disconnects an account, and another connects it", async ({ page, browser, logIn }) => {
  const vendorId = newVendorId();
  const connect = async (where: typeof page) => {
    await where.goto("/seller/connect");
    const keys = where.locator("form").filter({ hasText: "Open API 키로 연결" });
    await keys.getByLabel("쿠팡 판매자 ID").fill(vendorId);
    await keys.getByLabel("Access Key").fill(`${vendorId}-key-9876`);
    await keys.getByLabel("Secret Key").fill("secret-of-the-key");
    await keys.getByRole("button", { name: "키 확인하고 연결" }).click();
  };
  await connect(page);
  await expect(page.getByRole("heading", { name: vendorId })).toBeVisible();
  const other = await browser.newContext();
  await logIn(other);
  const theirs = await other.newPage();
  await connect(theirs);
  await expect(theirs.getByText(/이미 다른 분에게 연결되어/).first()).toBeVisible();
  await page.getByRole("button", { name: "연결 끊기" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "연결 끊기" }).click();
  await expect(page.getByRole("heading", { name: vendorId })).toBeHidden();
  // The person is still a seller but has no account to sell from, so the page for a new event says what to do.
  await page.goto("/seller/events/new");
  await expect(page.getByRole("link", { name: "쿠팡 계정 연결하기" })).toBeVisible();
  await connect(theirs);
  await expect(theirs.getByRole("heading", { name: vendorId })).toBeVisible();
  await other.close();
});

test("what cannot be right is said at its field, which takes the cursor", async ({ page }) => {
  await page.goto("/seller/connect");
  const codes = page.locator("form").filter({ hasText: "인증번호로 연결" });
  await codes.getByRole("button", { name: "시작하기" }).click();
  await expect(codes.getByLabel("쿠팡 판매자 ID")).toHaveAccessibleDescription(/필수 입력 항목이에요/);
  await expect(codes.getByLabel("쿠팡 판매자 ID")).toBeFocused();
  await expectAccessible(page);
  const wizard = new Wizard(page);
  await wizard.begin();
  await wizard.consent();
  const businessNumber = page.getByLabel("사업자등록번호");
  for (const wrong of ["124-81-00999", "124-81-00990"]) {
    await businessNumber.fill(wrong);
    await page.getByRole("button", { name: "순서 기다리기" }).click();
    await expect(businessNumber).toHaveAccessibleDescription(/맞지 않아요/);
    await expect(businessNumber).toBeFocused();
  }
  await wizard.enterDetails();
  await wizard.cancel();
});
