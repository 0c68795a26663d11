import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { PASSWORD } from "../fixtures/calls.ts";
import { expect, test } from "../fixtures/test.ts";

/** The newest link that was mailed to whom this browser is logged in as. */
async function mailedLink(page: Page, subject: string): Promise<string> {
  await page.goto("/sandbox/mail");
  const mail = page.getByRole("main").getByRole("listitem").filter({ hasText: subject }).first();
  await expect(mail).toBeVisible();
  const link = /\S+\/account-link#\S+/.exec((await mail.textContent()) ?? "")?.[0];
  if (!link) throw new Error(`no link in ${subject}`);
  return link;
}

test("a forgotten password is replaced by a mailed link, which says what to do when it is used again", async ({
  page,
  buyer,
}) => {
  const inbox = await buyer.newPage();
  await inbox.goto("/me/account");
  const email = (await inbox.getByText("@e2e.example").first().textContent()) ?? "";

  await page.goto("/login");
  await page.getByRole("link", { name: "비밀번호를 잊으셨나요?" }).click();
  await page.waitForURL("/forgot-password");
  await page.getByLabel("이메일").fill(email);
  await page.getByRole("button", { name: "링크 받기" }).click();
  await expect(page.getByText("메일을 확인해 주세요")).toBeVisible();
  const link = await mailedLink(inbox, "비밀번호 다시 정하기");

  await page.goto(link);
  await expectAccessible(page);
  await page.getByLabel("새 비밀번호", { exact: true }).fill("Another5678");
  await page.getByRole("button", { name: "비밀번호 바꾸기" }).click();
  await expect(page.getByRole("heading", { name: "비밀번호를 바꿨어요" })).toBeVisible();
  await page.reload();
  await expect(page.getByText("이미 사용한 링크예요")).toBeVisible();
  await expect(page.getByRole("link", { name: "새 링크 받기" })).toBeVisible();

  await page.goto("/login");
  await page.getByLabel("이메일").fill(email);
  await page.getByLabel("비밀번호", { exact: true }).fill("Another5678");
  await page.getByRole("button", { name: "로그인" }).click();
  await expect(page).toHaveURL("/");
});

test("an address is confirmed by its link, and changed by the new one's", async ({ buyer }) => {
  const page = await buyer.newPage();
  await page.goto(await mailedLink(page, "이메일 주소를 확인해 주세요"));
  await page.getByRole("button", { name: "내 이메일이 맞아요" }).click();
  await expect(page.getByRole("heading", { name: "이메일을 확인했어요" })).toBeVisible();

  await page.goto("/me/account");
  await expect(page.getByText("확인됨")).toBeVisible();
  const email = `${crypto.randomUUID()}@e2e.example`;
  await page.getByRole("button", { name: "이메일 바꾸기" }).click();
  await page.getByLabel("새 이메일").fill(email);
  await page.getByLabel("지금 비밀번호").fill("Wrong1234");
  await page.getByRole("button", { name: "확인 메일 보내기" }).click();
  await expect(page.getByLabel("지금 비밀번호")).toBeFocused();
  await page.getByLabel("지금 비밀번호").fill(PASSWORD);
  await page.getByRole("button", { name: "확인 메일 보내기" }).click();
  await expect(page.getByText("새 주소로 확인 메일을 보냈어요.")).toBeVisible();

  await page.goto(await mailedLink(page, "새 이메일 주소를 확인해 주세요"));
  await page.getByRole("button", { name: "이 주소로 바꾸기" }).click();
  await page.getByRole("link", { name: "계정 설정 열기" }).click();
  await expect(page.getByText(email)).toBeVisible();
});

test("who signs up can read the terms and what is kept of them, and keeps what was typed", async ({
  page,
}) => {
  await page.goto("/signup");
  await page.getByLabel("이메일").fill("reader@e2e.example");
  const open = async (name: string) => {
    const opened = page.waitForEvent("popup");
    await page.getByRole("main").getByRole("link", { name }).click();
    return opened;
  };
  const terms = await open("이용약관");
  await expect(terms.getByRole("heading", { level: 1, name: "이용약관" })).toBeVisible();
  await expect(terms.getByText("2분 동안 다른 사람에게 팔지 않고")).toBeVisible();
  const privacy = await open("개인정보 처리방침");
  const email = privacy.getByRole("row").filter({ hasText: "로그인하고 메일을 보내려고" });
  await expect(email).toContainText("이메일 주소");
  await expect(email).toContainText("탈퇴할 때까지");
  await expect(page.getByLabel("이메일")).toHaveValue("reader@e2e.example");
  await privacy.getByRole("contentinfo").getByRole("link", { name: "취소·환불 안내" }).click();
  await expect(privacy).toHaveURL("/refund-policy");
});

test("a look is chosen in place, with the menu open and whatever is typed kept", async ({ buyer }) => {
  const page = await buyer.newPage();
  await page.goto("/me/account");
  await page.getByRole("button", { name: "이메일 바꾸기" }).click();
  await page.getByLabel("새 이메일").fill("half@e2e.example");
  await page.getByRole("button", { name: /계정 메뉴/ }).click();
  await page.getByRole("menuitemradio", { name: "다크" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("menuitemradio", { name: "다크" })).toBeChecked();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("새 이메일")).toHaveValue("half@e2e.example");

  const switches = page.getByRole("button", { name: "다크" });
  await expect(switches).toHaveCount(2);
  for (const one of await switches.all()) await expect(one).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("contentinfo").getByRole("button", { name: "시스템" }).click();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
  await expect(switches.first()).toHaveAttribute("aria-pressed", "false");
});

test("a language that is chosen in the account menu brings the page in it, and mails then come in it", async ({
  buyer,
}) => {
  const page = await buyer.newPage();
  await page.goto("/me/account");
  await page.getByRole("button", { name: /계정 메뉴/ }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByText("We write to you in English.")).toBeVisible();
  await expect(page.getByRole("menu")).toHaveCount(0);
  await page.getByRole("main").getByRole("button", { name: "한국어" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await expect(page.getByText("메일은 한국어로 보내 드려요.")).toBeVisible();
});
