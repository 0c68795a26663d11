import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { freePort } from "./scripts/services/ports.ts";

// Every worker process of Playwright reads this file again: what is made up here is handed down in the environment.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_DATA_DIR ??= temporaryDirectory();

const address = `http://localhost:${process.env.E2E_PORT}`;
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  outputDir: "test-results/e2e",
  use: {
    baseURL: address,
    locale: "ko-KR",
    timezoneId: "Asia/Seoul",
    trace: "retain-on-failure",
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
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
  ],
  webServer: {
    // The built app, started the way everybody starts it.
    command: `"${process.execPath}" scripts/start.ts`,
    url: `${address}/api/health/live`,
    env: {
      PORT: process.env.E2E_PORT,
      DATA_DIR: process.env.E2E_DATA_DIR,
      APP_URL: address,
      RATE_LIMITS: "off",
    },
    stdout: "pipe",
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  },
});

function temporaryDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), "seonchak-e2e-"));
  process.on("exit", () => rmSync(path, { recursive: true, force: true }));
  return path;
}
