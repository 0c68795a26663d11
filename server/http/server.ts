import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import compression from "compression";

/** How long a client may take, in milliseconds. */
export interface ServerTimes {
  /** To send the head of a request. */
  readonly headersMs: number;
  /** To send a request whole: one who sends a byte now and then holds a connection no longer than that. */
  readonly requestMs: number;
  /** How often connections are looked at. */
  readonly checkMs: number;
}

const TIMES: ServerTimes = { headersMs: 15_000, requestMs: 30_000, checkMs: 2000 };

/** Longer than a reverse proxy keeps its connections, so that it is never the app that closes one under a request. */
const KEEP_ALIVE_MS = 75_000;

/** Node's server with its limits; a request that is too slow is answered with 408 and its connection closed. */
export const createHttpServer = ({ headersMs, requestMs, checkMs }: ServerTimes = TIMES): Server =>
  createServer({
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: checkMs,
  });

/** Load balancers ask these, many of them over HTTP/1.0 and without a host. */
const PROBES = /^\/api\/health(\/|\?|$)/;

/** Answers requests with the API. One without a host is refused, as it always is, unless it asks how the process is. */
export function apiListener(fetch: Parameters<typeof getRequestListener>[0]): Handler {
  const listener = getRequestListener(fetch);
  return (request, response) => {
    if (request.headers.host === undefined && PROBES.test(request.url ?? ""))
      request.headers.host = "localhost";
    return listener(request, response);
  };
}

/** A page's form is small; larger bodies have no place there. */
const PAGE_BODY_BYTES_MAX = 64 * 1024;
/** An address that no page has. */
const NOWHERE = "/not-found";

/** What a page can be asked by; Next would answer some others with a fault of its own. */
const PAGE_METHODS = ["GET", "HEAD", "POST", "OPTIONS"];

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/**
 * What stands before the pages: a method that no page has is refused, and so is a body that is too large, or of unknown size,
 * before it is read. An address that cannot be decoded leads to the page that says so, where Next would answer with a fault of ours.
 */
export const guardPages =
  (page: Handler): Handler =>
  (request, response) => {
    if (!PAGE_METHODS.includes(request.method ?? ""))
      return response.writeHead(405, { allow: PAGE_METHODS.join(", ") }).end();
    const { "content-length": length, "transfer-encoding": encoding } = request.headers;
    if (encoding !== undefined || Number(length ?? 0) > PAGE_BODY_BYTES_MAX)
      return response.writeHead(encoding === undefined ? 413 : 411, { connection: "close" }).end();
    if (!isReadable(request.url ?? "/")) request.url = NOWHERE;
    return page(request, response);
  };

function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url.split("?", 1)[0] ?? "").includes("\0");
  } catch {
    return false;
  }
}

const compress = compression() as unknown as (...call: [...Parameters<Handler>, () => void]) => void;

/** Compresses what the pages answer, as far as the reader understands it. */
export const compressPages =
  (page: Handler): Handler =>
  (request, response) =>
    new Promise((answered) => compress(request, response, () => answered(page(request, response))));
