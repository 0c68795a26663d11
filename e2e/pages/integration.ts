import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { patient } from "#server/testing/patience.ts";

let vendors = Math.floor(Math.random() * 80_000_000);
export const newVendorId = (): string => `A${String(10_000_000 + (vendors++ % 89_000_000))}`;

/** The seller's way through the wizard, with Coupang in a tab of its own. */
export class Wizard {
  readonly page: Page;
  readonly vendorId = newVendorId();

  constructor(page: Page) {
    this.page = page;
  }

  async begin(): Promise<string> {
    await this.page.goto("/seller/connect");
    const codes = this.page.locator("form").filter({ hasText: "인증번호로 연결" });
    await codes.getByLabel("쿠팡 판매자 ID").fill(this.vendorId);
    await codes.getByRole("button", { name: "시작하기" }).click();
    await this.page.waitForURL(/\/seller\/connect\/integration_session_/);
    return this.page.url().split("/").at(-1) ?? "";
  }

  async consent(): Promise<void> {
    await this.page.getByRole("button", { name: "동의하고 계속하기" }).click();
    await this.heading("판매자 정보");
  }

  async enterDetails(): Promise<void> {
    await this.page.getByLabel("사업자등록번호").fill("124-81-00998");
    await this.page.getByRole("button", { name: "순서 기다리기" }).click();
  }

  /** Goes on to the phone number; it waits while other sellers come first. */
  async toPhone(): Promise<void> {
    await this.begin();
    await this.consent();
    await this.enterDetails();
    await this.heading("쿠팡에 이 전화번호를 입력하세요");
  }

  /** The text beside "copy": a number, an address or a code. */
  async recipient(): Promise<string> {
    return (await this.page.getByText(/^(010-\d{4}-\d{4}|codes\d@demo\.test)$/).textContent()) ?? "";
  }

  async code(): Promise<string> {
    const shown = this.page.getByText(/^\d{6}$/);
    await expect(shown).toBeVisible();
    return (await shown.textContent()) ?? "";
  }

  async used(): Promise<void> {
    await this.page.getByRole("button", { name: "쿠팡에 입력했어요" }).click();
  }

  async cancel(): Promise<void> {
    await this.page.getByRole("button", { name: "연결 취소" }).click();
    await this.page.getByRole("alertdialog").getByRole("button", { name: "연결 취소" }).click();
  }

  async heading(name: string): Promise<void> {
    await expect(this.page.getByRole("heading", { name })).toBeVisible({ timeout: patient(30_000) });
  }
}

/** Operates the page by keyboard alone. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses Tab until a control has the focus; after the page's end the focus starts at its beginning. */
  async goTo(control: Locator): Promise<void> {
    await expect(control).toBeEnabled({ timeout: patient(30_000) });
    const isThere = () => control.evaluate((element) => element === document.activeElement);
    for (let steps = 0; steps < STEPS_MAX; steps++) {
      if (await isThere()) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`${control} cannot be reached with the Tab key`);
  }

  async press(name: string): Promise<void> {
    await this.goTo(this.page.getByRole("button", { name }));
    await this.page.keyboard.press("Enter");
  }

  async write(control: Locator, text: string): Promise<void> {
    await this.goTo(control);
    await this.page.keyboard.type(text);
  }
}

const STEPS_MAX = 60;

/** The pretended Coupang, in another tab of the seller's browser. */
export class Coupang {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(context: BrowserContext, vendorId: string): Promise<Coupang> {
    const page = await context.newPage();
    await page.goto("/sandbox/coupang");
    await page.getByLabel("판매자 ID").fill(vendorId);
    await page.getByRole("button", { name: "로그인" }).click();
    return new Coupang(page);
  }

  async send(recipient: string): Promise<void> {
    await this.page.getByLabel(/인증번호를 받을/).fill(recipient);
    await this.page.getByRole("button", { name: "인증번호 요청" }).click();
    await expect(this.page.getByText("인증번호를 보냈습니다.")).toBeVisible();
  }

  async enter(code: string): Promise<void> {
    await this.page.getByLabel("인증번호", { exact: true }).fill(code);
    await this.page.getByRole("button", { name: "확인" }).click();
  }
}
