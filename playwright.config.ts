import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { freePort } from "./scripts/services/loopback.ts";
import { FAKE_TOSS_KEY } from "./server/testing/fake-toss.ts";
import { patient } from "./server/testing/patience.ts";
import { walletSettings } from "./server/testing/wallet-keys.ts";

// Every worker process of Playwright reads this file again: what is made up here is handed down in the environment.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_DATA_DIR ??= temporaryDirectory();
process.env.E2E_TOSS_SHOP_PORT ??= String(await freePort());
process.env.E2E_TOSS_SHOP_DATA_DIR ??= temporaryDirectory();
process.env.E2E_TOSS_PORT ??= String(await freePort());
process.env.E2E_PUSH_PORT ??= String(await freePort());
process.env.E2E_WALLETS ??= JSON.stringify(walletSettings());

const address = `http://localhost:${process.env.E2E_PORT}`;
const tossAddress = `http://127.0.0.1:${process.env.E2E_TOSS_PORT}`;
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  // One more than cores: many a test waits for a job, a poll or another page.
  workers: 3,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: patient(60_000),
  expect: { timeout: patient(10_000) },
  reporter: "list",
  outputDir: "test-results/e2e",
  use: {
    baseURL: address,
    locale: "ko-KR",
    timezoneId: "Asia/Seoul",
    // Drawing what moves takes the processor time of the tests beside it.
    contextOptions: { reducedMotion: "reduce" },
    // Recording costs a third of a run. `--trace=retain-on-failure` asks for it.
    trace: "off",
    screenshot: "only-on-failure",
    video: "off",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        // Chromium has no sandbox for root. The rest keeps it from calling hosts that no test is about.
        ...(asRoot ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "phone", use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    {
      name: "desktop",
      // What these are about is the same on every screen.
      testIgnore: "behaviour/**",
      use: { viewport: { width: 1280, height: 800 } },
    },
  ],
  webServer: [
    shop(process.env.E2E_PORT, process.env.E2E_DATA_DIR, {
      PUSH_SERVICES: `http://127.0.0.1:${process.env.E2E_PUSH_PORT}`,
      // Each process loads every page and warms up by itself, and most tests run in this shop.
      WEB_CONCURRENCY: "1",
    }),
    {
      command: `"${process.execPath}" e2e/fixtures/toss-server.ts`,
      url: tossAddress,
      env: { E2E_TOSS_PORT: process.env.E2E_TOSS_PORT },
    },
    // A second shop, whose payment provider is a pretended Toss, whose operators do little alone, and which signs passes for wallets.
    shop(process.env.E2E_TOSS_SHOP_PORT, process.env.E2E_TOSS_SHOP_DATA_DIR, {
      PAYMENT_PROVIDER: "toss",
      TOSS_API_URL: tossAddress,
      TOSS_SECRET_KEY: FAKE_TOSS_KEY,
      TOSS_CLIENT_KEY: "test_ck_of_the_pretended_toss",
      APPROVE_REFUNDS_ABOVE: "20000",
      APPROVE_CLOSING: "on",
      WEB_CONCURRENCY: "2",
      ...JSON.parse(process.env.E2E_WALLETS),
    }),
  ],
});

/** The built app, started the way everybody starts it. */
function shop(port: string, dataDir: string, settings: Record<string, string> = {}) {
  const url = `http://localhost:${port}`;
  return {
    command: `"${process.execPath}" scripts/start.ts`,
    url: `${url}/api/health/live`,
    env: { PORT: port, DATA_DIR: dataDir, APP_URL: url, RATE_LIMITS: "off", ...settings },
    stdout: "pipe" as const,
    timeout: patient(300_000),
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: patient(30_000) },
  };
}

function temporaryDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), "seonchak-e2e-"));
  process.on("exit", () => rmSync(path, { recursive: true, force: true }));
  return path;
}
