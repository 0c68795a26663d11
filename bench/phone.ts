import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";

const PHONE = {
  ...{ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  locale: "ko-KR",
};
const PASSWORD = "Rush2026x";

/** What a connection is slowed down to; milliseconds, and bytes a second. */
export interface Network {
  readonly latency: number;
  readonly downloadThroughput: number;
  readonly uploadThroughput: number;
}

/** As Lighthouse slows a phone down. */
export const SLOW_4G: Network = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
/** As Chromium's own tools do under this name. */
export const SLOW_3G: Network = { latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOWER_CPU = 4;

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });

/** A phone that has never been here, or one that is logged in as another is. */
export const newPhone = async (
  browser: Browser,
  origin: string,
  as?: BrowserContext,
): Promise<BrowserContext> =>
  browser.newContext({ ...PHONE, baseURL: origin, ...(as && { storageState: await as.storageState() }) });

/** A phone of a new buyer who is logged in. */
export async function logIn(browser: Browser, origin: string): Promise<BrowserContext> {
  const phone = await newPhone(browser, origin);
  const data = { email: `${crypto.randomUUID()}@bench.example`, password: PASSWORD };
  for (const path of ["/api/auth/signup", "/api/auth/login"]) await post(phone, origin, path, data);
  return phone;
}

/** Posts as a page does. @returns what was answered */
export async function post({ request }: BrowserContext, origin: string, path: string, data: object) {
  const headers = { origin, "idempotency-key": crypto.randomUUID() };
  const answer = await request.post(path, { data, headers });
  if (!answer.ok()) throw new Error(`${path} was answered ${answer.status()}: ${await answer.text()}`);
  return answer.json();
}

/** Waits in the queue until it is the buyer's turn. @returns the queue token */
export async function admit(buyer: BrowserContext, origin: string, sessionId: string): Promise<string> {
  for (;;) {
    const { allowed, queueToken } = await post(buyer, origin, "/api/queue/token", { sessionId });
    if (allowed) return queueToken;
  }
}

/** Slows a page's network down, and the processor to a quarter. */
export async function slowDown(page: Page, network: Network): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", { ...network, offline: false });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_CPU });
}
