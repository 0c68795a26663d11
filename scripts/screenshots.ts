import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";

// The README's pictures, of a running demo: `npm run screenshots -- http://localhost:3000`. Without an address, every page
// in both languages, both themes, on a phone and a desktop, as the test of every page opens them: what a review looks at.
const address = process.argv[2] ?? "";
if (address === "") {
  const args = ["node_modules/@playwright/test/cli.js", "test", "every-page", "--project=phone"];
  const env = { ...process.env, E2E_PICTURES: "test-results/pages" };
  process.exit(spawnSync(process.execPath, args, { env, stdio: "inherit" }).status ?? 1);
}
const folder = "docs/images";
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  await walk(await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, locale: "ko-KR" }), "phone");
  const desktop = await browser.newContext({ viewport: DESKTOP, locale: "en-US" });
  const page = await desktop.newPage();
  await page.goto(address);
  await take(page, "desktop-events");
  await chooseSeats(desktop, page);
} finally {
  await browser.close();
}

/** Logs a new buyer in. */
async function logIn(context: BrowserContext): Promise<void> {
  const data = { email: `buyer-${Date.now().toString(36)}@shots.example`, password: "Rush2026x" };
  const headers = { origin: address };
  await context.request.post(`${address}/api/auth/signup`, { data, headers });
  await context.request.post(`${address}/api/auth/login`, { data, headers });
}

/** The best seats of the demo's hall, on its map. */
async function chooseSeats(context: BrowserContext, page: Page): Promise<void> {
  await logIn(context);
  await page.goto(address);
  await page.getByRole("link", { name: "한겨울 심포니" }).click();
  await page.getByRole("link", { name: /Book tickets/ }).click();
  await page.getByRole("button", { name: "Enter" }).click();
  await page.getByRole("button", { name: "Choose the best seats" }).click();
  await page.getByRole("button", { name: "Hold 2 seats" }).waitFor();
  await page.getByRole("button", { name: "Show the whole hall" }).click();
  await page.evaluate(() => scrollTo(0, 200));
  // The map moves for a moment.
  await page.waitForTimeout(1000);
  await take(page, "desktop-seats");
}

/** A purchase of one ticket of the small demo event, a picture a step. */
async function walk(context: BrowserContext, name: string): Promise<void> {
  await logIn(context);
  const page = await context.newPage();
  await page.goto(address);
  await take(page, `${name}-events`);
  await page.getByRole("link", { name: "새벽 재즈 클럽" }).click();
  await page.getByRole("link", { name: /예매하기/ }).click();
  await page.getByRole("button", { name: "입장하기" }).waitFor();
  await take(page, `${name}-turn`);
  await page.getByRole("button", { name: "입장하기" }).click();
  await page.getByRole("button", { name: "1장 선점하기" }).click();
  await page.getByRole("button", { name: /결제하기/ }).waitFor();
  await take(page, `${name}-checkout`);
  await page.getByRole("button", { name: /결제하기/ }).click();
  await page.getByRole("button", { name: "결제 승인" }).click();
  await page.getByRole("link", { name: "내 티켓 보기" }).click();
  await page.getByRole("img", { name: /QR/ }).waitFor();
  await take(page, `${name}-ticket`);
}

async function take(page: Page, name: string): Promise<void> {
  const account = page.getByRole("banner").getByRole("button", { name: /계정 메뉴|Account/ });
  await account.or(page.getByRole("banner").getByRole("link", { name: "Log in" })).waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
