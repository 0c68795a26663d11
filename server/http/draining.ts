import cluster from "node:cluster";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as TcpServer } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { closeAll } from "../platform/concurrency/singleton.ts";
import { announceStop, isStopping } from "../platform/concurrency/stopping.ts";
import { log } from "../platform/logging/log.ts";
import type { Handler } from "./server.ts";

/** An idle client has this long for its next request, whose answer says that the connection ends. */
const FAREWELL_SECONDS = 1;
/** What has begun has this long to end once the process takes nothing more. */
const DRAIN_SECONDS_MAX = 10;
const POLL_MILLISECONDS = 25;

/** What a server has to end before its process does. */
interface Open {
  readonly server: Server;
  /** The requests being answered. */
  readonly answering: Set<ServerResponse>;
  /** Connections that would never end by themselves. */
  readonly watching: Set<Duplex>;
  draining: boolean;
}

/** A server whose process can be told to stop without a request that fails. */
export function drainable(server: Server) {
  const open: Open = { server, answering: new Set(), watching: new Set(), draining: false };
  return {
    /** Answers with `handler`. Once the process takes nothing more, the answer tells so. */
    answer: (request: IncomingMessage, response: ServerResponse, handler: Handler) =>
      answer(open, request, response, handler),
    /** The browsers that watch for changed pages during development. */
    watching: open.watching,
    /** @param graceSeconds - how long it still answers after its readiness was taken back */
    stopWhenAsked: (graceSeconds: number) => stopWhenAsked(open, graceSeconds),
  };
}

async function answer(
  { answering, draining }: Open,
  request: IncomingMessage,
  response: ServerResponse,
  handler: Handler,
): Promise<void> {
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

function stopWhenAsked(open: Open, graceSeconds: number): void {
  const leave = () => stop(open, { exitCode: 0, graceSeconds });
  process.on("SIGTERM", leave);
  // In a worker, a Ctrl-C at the terminal is the launcher's affair: it stops the workers in its own order.
  process.on("SIGINT", () => cluster.isPrimary && leave());
  if (cluster.worker) {
    // Or Node would end the process on the spot when the launcher is gone.
    cluster.worker.exitedAfterDisconnect = true;
    process.on("disconnect", leave);
  }
  process.on("unhandledRejection", (reason) => {
    log.error({ action: "process", outcome: "unhandled_rejection", err: reason });
  });
  process.on("uncaughtException", (error) => {
    // The state of this process is unknown now: finish what is running, and let a new process take over.
    log.fatal({ action: "process", outcome: "uncaught_exception", err: error });
    void stop(open, { exitCode: 1, graceSeconds: 0 });
  });
}

async function stop(
  open: Open,
  { exitCode, graceSeconds }: { readonly exitCode: number; readonly graceSeconds: number },
): Promise<void> {
  if (isStopping()) return;
  announceStop();
  const { server } = open;
  // A load balancer asks whether the process is ready now and then, and sends requests until it has heard that it is not.
  if (graceSeconds > 0) await sleep(graceSeconds * 1000);
  open.draining = true;
  await Promise.race([drain(open), sleep(DRAIN_SECONDS_MAX * 1000)]);
  server.closeAllConnections();
  await Promise.race([closeAll(), sleep(DRAIN_SECONDS_MAX * 1000)]);
  log.info({ action: "process.stop", outcome: "ok" });
  // The callback comes with an error when the output is a pipe, which has nothing to sync: written it is all the same.
  await Promise.race([new Promise<void>((flushed) => log.flush(() => flushed())), sleep(1000)]);
  process.exit(exitCode);
}

/** Takes no new connection and ends the open ones, none of them under a request. */
async function drain({ server, answering, watching }: Open): Promise<void> {
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
