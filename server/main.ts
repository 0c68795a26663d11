import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import next from "next";
import { ensureDemoAccounts } from "#server/auth/jobs/ensure-demo-accounts.ts";
import { watchHealth } from "#server/health/jobs/watch-health.ts";
import { watchJobs } from "#server/health/jobs/watch-jobs.ts";
import { createApp } from "#server/http/app.ts";
import { drainable } from "#server/http/draining.ts";
import { NOTHING_LIGHT, readLightBuild, sendLightPages } from "#server/http/light-pages.ts";
import { measurePages } from "#server/http/metrics.ts";
import {
  apiListener,
  compressPages,
  createHttpServer,
  guardPages,
  type Handler,
} from "#server/http/server.ts";
import { sharePages } from "#server/http/shared-pages.ts";
import { serveStaticFiles } from "#server/http/static-files.ts";
import { checkSealedKeys } from "#server/integration/jobs/check-sealed-keys.ts";
import { ensurePhoneLines } from "#server/integration/jobs/ensure-phone-lines.ts";
import type { Ask } from "#server/job-runner/gateways/inngest.ts";
import { keepRegistered } from "#server/job-runner/jobs/register-app.ts";
import { startJobRunner, takeInEvents } from "#server/job-runner/jobs/start-job-runner.ts";
import { tellAlerts } from "#server/notifications/jobs/tell-alerts.ts";
import { tellTurns } from "#server/notifications/jobs/tell-turns.ts";
import { singleton } from "#server/platform/concurrency/singleton.ts";
import { EnvError, env } from "#server/platform/config/env.ts";
import { cautions } from "#server/platform/config/env-rules.ts";
import { answerUnavailable } from "#server/platform/http/rendering.ts";
import {
  INNGEST_PATH,
  inngestServer,
  serveOrigin,
  setEventSink,
  signingKey,
} from "#server/platform/jobs/inngest.ts";
import { log } from "#server/platform/logging/log.ts";
import { systemContext } from "#server/platform/operation/context.ts";
import { startTracing } from "#server/platform/tracing/start-tracing.ts";
import { takeSamples } from "#server/sales/jobs/take-samples.ts";
import { SAMPLE_SECONDS } from "#server/sales/policy.ts";
import { checkTicketKey } from "#server/tickets/jobs/check-ticket-key.ts";

const WATCH_SECONDS = 30;
const ALERT_SECONDS = 5;
const TURN_SECONDS = 2;
/** Twice as often as samples are wanted: a look that comes late misses none. */
const SAMPLE_LOOK_SECONDS = SAMPLE_SECONDS / 2;

try {
  await serve();
} catch (error) {
  const message =
    error instanceof EnvError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

async function serve(): Promise<void> {
  const development = env.NODE_ENV === "development";
  const server = createHttpServer();
  const pages = env.PROCESS_ROLE === "jobs" ? undefined : openPages(development);
  await startTracing();
  await pages?.prepare();
  const app = createApp();
  const api = apiListener(app.fetch);
  const page = pages ? pageListener(pages, development) : refusePage;
  const draining = drainable(server);
  server.on("request", (request, response) =>
    draining.answer(request, response, isApi(request.url) ? api : page),
  );
  if (development && pages) answerReloads(server, pages, draining.watching);
  await ensureDemoAccounts(systemContext("start"));
  await ensurePhoneLines(systemContext("start"));
  await listen(server);
  draining.stopWhenAsked(env.STOP_GRACE_SECONDS);
  watch();
  if (env.PROCESS_ROLE !== "web") sampleSales();
  const ask: Ask = async (request) => app.fetch(request);
  const jobServer = inngestServer();
  if (env.PROCESS_ROLE === "web") leaveJobs(ask, jobServer);
  else if (jobServer) registerJobs(ask, jobServer);
  else driveJobs(ask);
  checkSecrets();
  for (const advice of cautions(env)) log.warn({ action: "process.start", outcome: "caution", advice });
  log.info({ action: "process.start", outcome: "ok", port: env.PORT });
}

function openPages(development: boolean) {
  return next({
    dev: development,
    dir: fileURLToPath(new URL("..", import.meta.url)),
    port: env.PORT,
    // Next would listen for upgrades itself, but only from its first page on: see answerReloads.
    httpServer: createServer(),
  });
}

function pageListener(pages: ReturnType<typeof openPages>, development: boolean): Handler {
  const light = sendLightPages(pages.getRequestHandler(), development ? NOTHING_LIGHT : readLightBuild());
  const drawn = compressPages(guardPages(answerUnavailable(light)));
  return development ? measurePages(drawn) : serveStaticFiles(measurePages(sharePages(drawn)));
}

function refusePage(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404, { "Content-Type": "text/plain" }).end("This process runs jobs and has no pages.\n");
}

/** Checks, without delaying the start, whether the secrets are those that the database was used with. */
function checkSecrets(): void {
  const ctx = systemContext("start");
  for (const check of [checkTicketKey, checkSealedKeys])
    check(ctx).catch((error: unknown) => log.warn({ action: "start.secrets", err: error }));
}

/** Looks after the jobs by nothing but a timer, which does not fail with them. */
function watch(): void {
  const ctx = systemContext("watchdog");
  const look = async () => {
    for (const watched of [watchJobs, watchHealth])
      await watched(ctx).catch((error: unknown) => log.warn({ action: "watchdog", err: error }));
  };
  setInterval(look, WATCH_SECONDS * 1000).unref();
  const tell = () => tellAlerts(ctx).catch((error) => log.warn({ action: "watchdog.alerts", err: error }));
  setInterval(tell, ALERT_SECONDS * 1000).unref();
  const turns = () => tellTurns(ctx).catch((error) => log.warn({ action: "watchdog.turns", err: error }));
  setInterval(turns, TURN_SECONDS * 1000).unref();
}

/** Samples the sales for their charts. A timer, since jobs begin a minute apart at the least. */
function sampleSales(): void {
  const ctx = systemContext("sales.sample");
  const take = () => takeSamples(ctx).catch((error) => log.warn({ action: "sales.sample", err: error }));
  setInterval(take, SAMPLE_LOOK_SECONDS * 1000).unref();
}

/** Has other processes run the background functions, and hands them what happens here. */
function leaveJobs(ask: Ask, jobServer: string | undefined): void {
  if (jobServer) return;
  takeInEvents(systemContext("job-runner"), ownApp(ask)).then(setEventSink, (error: unknown) =>
    log.error({ action: "job-runner", outcome: "not started", err: error }),
  );
}

function ownApp(ask: Ask) {
  return { ask, url: `http://127.0.0.1:${env.PORT}${INNGEST_PATH}`, signingKey: signingKey() };
}

/** Runs the background functions in this process, as an Inngest server would from outside. */
function driveJobs(ask: Ask): void {
  const runner = singleton(
    "job-runner",
    () => startJobRunner(systemContext("job-runner"), ownApp(ask)),
    async (started) => {
      setEventSink(undefined);
      await (await started).stop();
    },
  );
  runner.then(
    ({ send }) => setEventSink(send),
    (error: unknown) => log.error({ action: "job-runner", outcome: "not started", err: error }),
  );
}

/** Has the configured Inngest server run the background functions. */
function registerJobs(ask: Ask, server: string): void {
  const app = { ask, url: new URL(INNGEST_PATH, serveOrigin()).href, signingKey: signingKey() };
  singleton(
    "registration",
    () => keepRegistered(systemContext("inngest"), app, server),
    (stop) => stop(),
  );
}

/** The connections over which browsers hear of changed pages, from the start on: they come back before any page is asked for. */
function answerReloads(server: Server, pages: unknown, watching: Set<Duplex>): void {
  // The handler that getUpgradeHandler() gives does nothing in a custom server; this one is the real one, not typed.
  const { upgradeHandler } = pages as {
    upgradeHandler: (...upgrade: [IncomingMessage, Duplex, Buffer]) => unknown;
  };
  server.on("upgrade", (request, socket, head) => {
    watching.add(socket);
    socket.once("close", () => watching.delete(socket));
    upgradeHandler(request, socket, head);
  });
}

/** The API skips Next altogether: routing, middleware and rendering would cost more than most answers do. */
function isApi(url = ""): boolean {
  return url.startsWith("/api/") || url === "/api" || url.startsWith("/api?");
}

function listen(server: Server): Promise<void> {
  const { PORT: port, HOST: host } = env;
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(new Error(`Port ${port} cannot be used: ${error.message}`)));
    server.listen({ port, host }, resolve);
  });
}
