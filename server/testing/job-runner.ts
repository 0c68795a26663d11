import { sql } from "drizzle-orm";
import { Hono } from "hono";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/hono";
import { afterEach } from "vitest";
import type { Ask } from "../job-runner/gateways/inngest.ts";
import { type JobRunner, startJobRunner, takeInEvents } from "../job-runner/jobs/start-job-runner.ts";
import { systemContext } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import { heldToProtocol } from "./inngest-protocol.ts";
import { ownerDb } from "./owner.ts";
import { until } from "./until.ts";

const SIGNING_KEY = `signkey-test-${"ab".repeat(32)}`;
const URL_OF_APP = "http://app.invalid/api/inngest";

/** An app of a test's own, with the real SDK before its functions. */
function givenApp(makeFunctions: (client: Inngest) => InngestFunction.Any[]) {
  const runners: JobRunner[] = [];
  const client = new Inngest({
    ...{ id: newId("job_run").replace("_", "-"), isDev: false, signingKey: SIGNING_KEY, eventKey: "test" },
    ...{ baseUrl: "http://events.invalid", fetch: sendToRunner as typeof fetch, checkpointing: false },
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const app = new Hono();
  const handler = serve({ client, functions: makeFunctions(client), servePath: "/api/inngest" });
  app.on(["GET", "PUT", "POST"], "/api/inngest", (c) => handler(c));
  const ask: Ask = heldToProtocol(async (request) => app.fetch(request));

  async function sendToRunner(_url: unknown, init?: RequestInit): Promise<Response> {
    const ids = await runners[0]?.send(JSON.parse(String(init?.body)));
    return Response.json({ ids, status: 200 });
  }

  return {
    ask,
    client,
    /** Starts a runner of it; the first one is where events go. */
    async drive(through: Ask = ask): Promise<JobRunner> {
      const runner = await startJobRunner(systemContext("job-runner"), {
        ...{ ask: through, url: URL_OF_APP, signingKey: SIGNING_KEY },
      });
      runners.push(runner);
      return runner;
    },
    /** What takes in events in a process that runs no jobs. */
    takeIn: () =>
      takeInEvents(systemContext("job-runner"), { ask, url: URL_OF_APP, signingKey: SIGNING_KEY }),
    /** Has the runners look at once, again and again, until it is so. */
    untilSo: (isSo: () => boolean | Promise<boolean>) =>
      until(async () => {
        for (const runner of runners) await runner.send([]);
        return isSo();
      }),
    stop: () => Promise.all(runners.map((runner) => runner.stop())),
  };
}

/** Makes apps that end after each test, with all runs, events and crons that they left. */
export function givenApps() {
  const apps: ReturnType<typeof givenApp>[] = [];
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.stop();
    await ownerDb.execute(sql`truncate job_runs, job_events, job_crons`);
  });
  return (...args: Parameters<typeof givenApp>) => {
    const app = givenApp(...args);
    apps.push(app);
    return app;
  };
}
