import { patient } from "#server/testing/patience.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { codesInLogs } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";
import { Coupang, Keyboard, newVendorId, Wizard } from "../pages/integration.ts";

test.beforeEach(async ({ context, logIn }) => logIn(context));

test("a seller connects an account, reloading at every step, and puts an event on sale", async ({
  page,
  context,
}) => {
  test.setTimeout(patient(120_000));
  const wizard = new Wizard(page);
  await wizard.begin();
  await page.reload();
  await wizard.consent();
  await page.reload();
  await wizard.enterDetails();
  await wizard.heading("쿠팡에 이 전화번호를 입력하세요");
  await page.reload();
  const coupang = await Coupang.open(context, wizard.vendorId);
  await coupang.send(await wizard.recipient());
  const smsCode = await wizard.code();
  await page.reload();
  await coupang.enter(await wizard.code());
  await wizard.used();
  await wizard.heading("쿠팡에 이 이메일을 입력하세요");
  await page.reload();
  await coupang.send(await wizard.recipient());
  const emailCode = await wizard.code();
  await wizard.used();
  await wizard.heading("쿠팡에 확인할게요");
  await page.reload();
  await page.getByRole("button", { name: "연결 확인하기" }).click();
  await expect(page.getByText("쿠팡에서 아직 연결이 확인되지 않아요")).toBeVisible();
  await coupang.enter(emailCode);
  await expect(coupang.page.getByText("인증이 끝났습니다")).toBeVisible();
  await page.getByRole("button", { name: "연결 확인하기" }).click();
  await expect(page.getByText("쿠팡 계정이 연결됐어요")).toBeVisible();
  await page.reload();
  await page.getByRole("link", { name: "연결한 계정 보기" }).click();
  await expect(page.getByRole("heading", { name: wizard.vendorId })).toBeVisible();
  await page.getByRole("link", { name: "새 공연 열기" }).click();
  await page.getByLabel("공연 이름").fill("판매자의 첫 공연");
  await page.getByLabel("장소").fill("부산");
  await page.getByLabel("소개").fill("바다 앞에서");
  await page.getByLabel("일시").fill("2030-05-01T19:30");
  await page.getByLabel("1장 가격(원)").fill("30000");
  await page.getByLabel("판매 수량").fill("50");
  await page.getByRole("button", { name: "공연 열기" }).click();
  await expect(page.getByRole("heading", { name: "판매자의 첫 공연" })).toBeVisible();
  expect(await codesInLogs(smsCode, emailCode)).toEqual([]);
});

test("a seller with Open API keys needs no codes", async ({ page }) => {
  const vendorId = newVendorId();
  await page.goto("/seller");
  await page.getByRole("link", { name: "쿠팡 계정 연결" }).click();
  const keys = page.locator("form").filter({ hasText: "Open API 키로 연결" });
  await keys.getByLabel("쿠팡 판매자 ID").fill(vendorId);
  await keys.getByLabel("Access Key").fill("somebody-elses-key");
  await keys.getByLabel("Secret Key").fill("secret-of-the-key");
  await keys.getByRole("button", { name: "키 확인하고 연결" }).click();
  await expect(keys.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await keys.getByLabel("Access Key").fill(`${vendorId}-key-9876`);
  await keys.getByRole("button", { name: "키 확인하고 연결" }).click();
  await expect(page.getByText("Open API 키 ••••9876")).toBeVisible();
  await expectAccessible(page);
});

test("a seller needs no mouse, and hears of each step", async ({ page, context, isMobile }) => {
  test.skip(isMobile, "The keyboard works the same on every screen, and a phone has none.");
  test.setTimeout(patient(120_000));
  const wizard = new Wizard(page);
  const keyboard = new Keyboard(page);
  await page.goto("/seller/connect");
  const codes = page.locator("form").filter({ hasText: "인증번호로 연결" });
  await keyboard.write(codes.getByLabel("쿠팡 판매자 ID"), wizard.vendorId);
  await page.keyboard.press("Enter");
  await keyboard.press("동의하고 계속하기");
  await expect(page.getByRole("heading", { name: "판매자 정보" })).toBeFocused();
  await keyboard.press("순서 기다리기");
  await wizard.heading("쿠팡에 이 전화번호를 입력하세요");
  await expect(page.getByRole("heading", { name: "쿠팡에 이 전화번호를 입력하세요" })).toBeFocused();
  const coupang = await Coupang.open(context, wizard.vendorId);
  await coupang.send(await wizard.recipient());
  await wizard.code();
  await page.bringToFront();
  await keyboard.press("쿠팡에 입력했어요");
  await wizard.heading("쿠팡에 이 이메일을 입력하세요");
  await keyboard.press("연결 취소");
  await page.getByRole("alertdialog").waitFor();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "연결 취소" })).toBeFocused();
  await page.keyboard.press("Enter");
  await keyboard.goTo(page.getByRole("alertdialog").getByRole("button", { name: "연결 취소" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("연결을 취소했어요")).toBeVisible();
});
