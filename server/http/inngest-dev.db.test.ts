import { Hono } from "hono";
import { afterEach, expect, it, vi } from "vitest";
import { INNGEST_PATH } from "../platform/jobs/inngest.ts";

afterEach(() => vi.doUnmock("#server/platform/config/env.ts"));

/** The endpoint of a process with these settings, as if the start had not refused them. */
async function endpointWith(settings: Record<string, string>) {
  vi.resetModules();
  const { env } =
    await vi.importActual<typeof import("../platform/config/env.ts")>("../platform/config/env.ts");
  vi.doMock("../platform/config/env.ts", () => ({ env: { ...env, ...settings } }));
  const { closeAll } = await import("../platform/concurrency/singleton.ts");
  await closeAll();
  const { mountInngest } = await import("./inngest.ts");
  const app = new Hono();
  mountInngest(app);
  return app;
}

const run = (app: Hono) =>
  app.request(`http://app${INNGEST_PATH}?fnId=seonchak-retention.purge&stepId=step`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      ctx: { run_id: "r", attempt: 0 },
      event: { name: "x", data: {} },
      events: [],
      steps: {},
    }),
  });

const keys = {
  INNGEST_BASE_URL: "http://127.0.0.1:1",
  INNGEST_EVENT_KEY: "event-key",
  INNGEST_SIGNING_KEY: `signkey-test-${"ab".repeat(32)}`,
};

it.each([
  ["alone", {}],
  ["beside a real server and its keys", keys],
])("runs no job without a signature in production, INNGEST_DEV set %s", async (_, settings) => {
  const INNGEST_DEV = "http://127.0.0.1:1";
  // The same call runs the job where a dev server is meant.
  const inDevelopment = await endpointWith({ NODE_ENV: "development", INNGEST_DEV, ...settings });
  expect((await run(inDevelopment)).status).toBe(206);
  const inProduction = await endpointWith({ NODE_ENV: "production", INNGEST_DEV, ...settings });
  expect((await run(inProduction)).status).not.toBe(206);
  expect((await run(inProduction)).status).toBeGreaterThanOrEqual(400);
});
