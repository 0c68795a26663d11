import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { PASSWORD } from "../fixtures/calls.ts";
import { expect, test } from "../fixtures/test.ts";

/**
 * A device that unlocks its passkeys at once, as with a finger on it. It would also answer the offer in the field, where
 * only its person chooses one: that is left out.
 */
async function giveAuthenticator(page: Page): Promise<void> {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

test("a passkey is made, logged in with, renamed and removed", async ({ buyer }) => {
  const page = await buyer.newPage();
  await giveAuthenticator(page);
  await page.goto("/me/account");
  await page.getByRole("button", { name: "패스키 추가하기" }).click();
  const card = page.getByRole("region", { name: "패스키" });
  await card.getByLabel("패스키 이름").fill("내 전화기");
  await card.getByLabel("지금 비밀번호", { exact: true }).fill(PASSWORD);
  await card.getByRole("button", { name: "패스키 만들기" }).click();
  const row = card.getByRole("listitem").filter({ hasText: "내 전화기" });
  await expect(row).toContainText("아직 쓰지 않음");
  await expectAccessible(page);

  await page.getByRole("button", { name: /계정 메뉴/ }).click();
  await page.getByRole("menuitem", { name: "로그아웃" }).click();
  await page.waitForURL("/");
  await expect(page.getByRole("banner").getByRole("link", { name: "로그인" })).toBeVisible();
  await page.goto("/login?next=%2Fme%2Faccount");
  await page.getByRole("button", { name: "패스키로 계속하기" }).click();
  await expect(page).toHaveURL("/me/account");
  await expect(row).toContainText("마지막 사용");

  await row.getByRole("button", { name: /이름 바꾸기/ }).click();
  await row.getByLabel("패스키 이름").fill("사무실 노트북");
  await row.getByRole("button", { name: "저장" }).click();
  const renamed = card.getByRole("listitem").filter({ hasText: "사무실 노트북" });
  await renamed.getByRole("button", { name: /삭제/ }).click();
  await renamed.getByLabel("지금 비밀번호", { exact: true }).fill("Wrong1234");
  await renamed.getByRole("button", { name: "패스키 삭제" }).click();
  await expect(renamed).toContainText("비밀번호가 맞지 않아요");
  await renamed.getByLabel("지금 비밀번호", { exact: true }).fill(PASSWORD);
  await renamed.getByRole("button", { name: "패스키 삭제" }).click();
  await expect(card.getByRole("listitem")).toHaveCount(0);

  await page.goto("/sandbox/mail");
  await expect(page.getByRole("main").getByText("계정에 패스키가 추가됐어요").first()).toBeVisible();
  await expect(page.getByRole("main").getByText("계정에서 패스키가 삭제됐어요").first()).toBeVisible();
});

test("a browser that cannot offer passkeys in the field says nothing until its person asks for one", async ({
  page,
}) => {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => true;
    navigator.credentials.get = async () => {
      document.documentElement.dataset.asked = "yes";
      throw new DOMException("", "NotSupportedError");
    };
  });
  await page.goto("/login");
  await expect(page.locator("html[data-asked]")).toBeAttached();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.getByRole("button", { name: "패스키로 계속하기" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
});
