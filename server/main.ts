import cluster from "node:cluster";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Server as TcpServer } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { getRequestListener } from "@hono/node-server";
import next from "next";
import { ensureDemoAccounts } from "#server/auth/jobs/ensure-demo-accounts.ts";
import { watchHealth } from "#server/health/jobs/watch-health.ts";
import { watchJobs } from "#server/health/jobs/watch-jobs.ts";
import { createApp } from "#server/http/app.ts";
import { readLightScripts, sendLightPages } from "#server/http/light-pages.ts";
import { measurePages } from "#server/http/metrics.ts";
import { compressPages, createHttpServer, guardPages } from "#server/http/server.ts";
import { sharePages } from "#server/http/shared-pages.ts";
import { checkSealedKeys } from "#server/integration/jobs/check-sealed-keys.ts";
import { ensurePhoneLines } from "#server/integration/jobs/ensure-phone-lines.ts";
import type { Ask } from "#server/job-runner/gateways/inngest.ts";
import { keepRegistered } from "#server/job-runner/jobs/register-app.ts";
import { startJobRunner } from "#server/job-runner/jobs/start-job-runner.ts";
import { tellAlerts } from "#server/notifications/jobs/tell-alerts.ts";
import { tellTurns } from "#server/notifications/jobs/tell-turns.ts";
import { closeAll, singleton } from "#server/platform/concurrency/singleton.ts";
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

/** An idle client has this long for its next request, whose answer says that the connection ends. */
const FAREWELL_SECONDS = 1;
/** What has begun has this long to end once the process was asked to stop. */
const DRAIN_SECONDS_MAX = 10;
const POLL_MILLISECONDS = 25;
const WATCH_SECONDS = 30;
const ALERT_SECONDS = 5;
const TURN_SECONDS = 2;
/** Twice as often as samples are wanted: a look that comes late misses none. */
const SAMPLE_LOOK_SECONDS = SAMPLE_SECONDS / 2;

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** The requests being answered. */
const answering = new Set<ServerResponse>();
/** The browsers that watch for changed pages during development; their connections would never end by themselves. */
const watching = new Set<Duplex>();
let draining = false;

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
  const pages = next({
    dev: development,
    dir: fileURLToPath(new URL("..", import.meta.url)),
    port: env.PORT,
    // Next would listen for upgrades itself, but only from its first page on: see answerReloads.
    httpServer: createServer(),
  });
  await startTracing();
  await pages.prepare();
  const app = createApp();
  const api = getRequestListener(app.fetch);
  const light = sendLightPages(pages.getRequestHandler(), development ? {} : readLightScripts());
  const drawn = compressPages(guardPages(answerUnavailable(light)));
  const page = measurePages(development ? drawn : sharePages(drawn));
  server.on("request", (request, response) => answer(request, response, isApi(request.url) ? api : page));
  if (development) answerReloads(server, pages);
  await ensureDemoAccounts(systemContext("start"));
  await ensurePhoneLines(systemContext("start"));
  await listen(server);
  stopWhenAsked(server);
  watch();
  sampleSales();
  const ask: Ask = async (request) => app.fetch(request);
  const jobServer = inngestServer();
  if (jobServer) registerJobs(ask, jobServer);
  else driveJobs(ask);
  checkSecrets();
  for (const advice of cautions(env)) log.warn({ action: "process.start", outcome: "caution", advice });
  log.info({ action: "process.start", outcome: "ok", port: env.PORT });
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

/** Runs the background functions in this process, as an Inngest server would from outside. */
function driveJobs(ask: Ask): void {
  const app = { ask, url: `http://127.0.0.1:${env.PORT}${INNGEST_PATH}`, signingKey: signingKey() };
  const runner = singleton(
    "job-runner",
    () => startJobRunner(systemContext("job-runner"), app),
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
function answerReloads(server: Server, pages: unknown): void {
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

async function answer(request: IncomingMessage, response: ServerResponse, handler: Handler): Promise<void> {
  answering.add(response);
  response.once("close", () => answering.delete(response));
  if (draining) response.setHeader("Connection", "close");
  try {
    await handler(request, response);
  } catch (error) {
    log.error({ action: "http", outcome: "crash", err: error });
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
}

function listen(server: Server): Promise<void> {
  const { PORT: port, HOST: host } = env;
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(new Error(`Port ${port} cannot be used: ${error.message}`)));
    server.listen({ port, host }, resolve);
  });
}

function stopWhenAsked(server: Server): void {
  process.on("SIGTERM", () => stop(server, 0));
  // In a worker, a Ctrl-C at the terminal is the launcher's affair: it stops the workers in its own order.
  process.on("SIGINT", () => cluster.isPrimary && stop(server, 0));
  if (cluster.worker) {
    // Or Node would end the process on the spot when the launcher is gone.
    cluster.worker.exitedAfterDisconnect = true;
    process.on("disconnect", () => stop(server, 0));
  }
  process.on("unhandledRejection", (reason) => {
    log.error({ action: "process", outcome: "unhandled_rejection", err: reason });
  });
  process.on("uncaughtException", (error) => {
    // The state of this process is unknown now: finish what is running, and let a new process take over.
    log.fatal({ action: "process", outcome: "uncaught_exception", err: error });
    void stop(server, 1);
  });
}

async function stop(server: Server, exitCode: number): Promise<void> {
  if (draining) return;
  draining = true;
  await Promise.race([drain(server), sleep(DRAIN_SECONDS_MAX * 1000)]);
  server.closeAllConnections();
  await Promise.race([closeAll(), sleep(DRAIN_SECONDS_MAX * 1000)]);
  log.info({ action: "process.stop", outcome: "ok" });
  // The callback comes with an error when the output is a pipe, which has nothing to sync: written it is all the same.
  await Promise.race([new Promise<void>((flushed) => log.flush(() => flushed())), sleep(1000)]);
  process.exit(exitCode);
}

/** Takes no new connection and ends the open ones, none of them under a request. */
async function drain(server: Server): Promise<void> {
  // Not the http server's own close(), which cuts idle connections at once: a request may be on its way on any of them.
  TcpServer.prototype.close.call(server);
  for (const response of answering) {
    if (!response.headersSent) response.setHeader("Connection", "close");
    // An event stream does not end by itself. Its reader reconnects to another process.
    if (isEventStream(response.req)) response.end();
  }
  for (const socket of watching) socket.destroy();
  const connections = promisify(server.getConnections.bind(server));
  const farewellEnds = performance.now() + FAREWELL_SECONDS * 1000;
  while ((await connections()) > 0) {
    if (performance.now() > farewellEnds) server.closeIdleConnections();
    await sleep(POLL_MILLISECONDS);
  }
}

function isEventStream(request: IncomingMessage): boolean {
  return request.headers.accept?.includes("text/event-stream") ?? false;
}
