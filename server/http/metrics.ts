import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, Hono, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { sharedMetrics } from "../metrics.ts";
import { env } from "../platform/config/env.ts";
import { isThisMachine } from "../platform/http/own-address.ts";
import { CONTENT_TYPE, formatFamilies } from "../platform/metrics/families.ts";
import { histogram, measureProcess, ownMetrics } from "../platform/metrics/registry.ts";
import { readShared, SOURCE_UP } from "../platform/metrics/shared.ts";
import { joinRelay, WORKERS, workerFamilies } from "../platform/metrics/workers.ts";
import { systemContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { anonymousContext } from "./context.ts";
import { headerOf } from "./header.ts";
import { problemResponse } from "./problem.ts";
import { procedureOf } from "./trpc.ts";

export const METRICS_PATH = "/api/metrics";

const requests = histogram({
  name: "http_request_duration_seconds",
  help: "From a request to the head of its answer, by the pattern of its path.",
  labelNames: ["route", "method", "status"],
});

/** Measures every call of the API. A path that no route has is `unmatched`, so that callers cannot invent labels. */
export const measureRequests: MiddlewareHandler = async (c, next) => {
  const startedAt = performance.now();
  await next();
  const labels = { route: routeOf(c), method: c.req.method, status: c.res.status };
  requests.observe(labels, (performance.now() - startedAt) / 1000);
};

/** Measures requests for pages, all under one label: their paths are Next's. */
export const measurePages =
  <A extends IncomingMessage, B extends ServerResponse>(page: (request: A, response: B) => unknown) =>
  async (request: A, response: B): Promise<void> => {
    const end = requests.startTimer({ route: "pages", method: request.method ?? "" });
    await page(request, response);
    end({ status: response.statusCode });
  };

function routeOf(c: Context): string {
  const path = matchedRoutes(c).find((route) => !route.path.endsWith("*"))?.path;
  const procedure = procedureOf(c);
  return procedure ? `/api/trpc/${procedure}` : (path ?? "unmatched");
}

/** Tells Prometheus what the processes of this start have counted and how the product stands (docs/decisions/033-metrics.md). */
export function mountMetrics(
  app: Hono,
  reach: Reach = { token: env.METRICS_TOKEN, appUrl: env.APP_URL },
): void {
  measureProcess();
  joinRelay();
  app.get(METRICS_PATH, async (c) => {
    try {
      requireReader(c, reach);
    } catch (error) {
      return problemResponse(error, anonymousContext(c));
    }
    const [own, shared] = await Promise.all([
      workerFamilies(),
      readShared(systemContext("metrics"), sharedMetrics),
    ]);
    const headers = { "content-type": CONTENT_TYPE, "cache-control": "no-store" };
    return c.body(formatFamilies([...shared, ...own]), 200, headers);
  });
}

/** The settings that decide who may read metrics. */
interface Reach {
  readonly token: string | undefined;
  readonly appUrl: string;
}

/** @throws `unauthorized` (401) without the right token; `forbidden` (403) from elsewhere where none is set */
function requireReader(c: Context, { token, appUrl }: Reach): void {
  if (token === undefined) {
    if (isThisMachine(appUrl) && isLocalProgram(c)) return;
    throw platformErrors.forbidden();
  }
  const given = headerOf(c, "authorization")?.match(/^Bearer (.+)$/i)?.[1];
  if (given === undefined || !timingSafeEqual(digestOf(given), digestOf(token)))
    throw platformErrors.unauthorized();
}

const digestOf = (text: string): Buffer => createHash("sha256").update(text).digest();

const LOOPBACK = /^(::ffff:)?127\.|^::1$/;
const FORWARDED = ["x-forwarded-for", "forwarded", "via", "x-real-ip"];

/**
 * Whether a program on this machine asks for itself. A proxy on this machine asks for others, and is known by what it
 * adds, or by the name it serves. It may hide both: therefore a shop with a public address has to set a token.
 */
function isLocalProgram(c: Context): boolean {
  if (!c.env?.incoming) return false;
  const { address = "" } = getConnInfo(c).remote;
  const isDirect = LOOPBACK.test(address) && FORWARDED.every((name) => headerOf(c, name) === undefined);
  return isDirect && isOwnHost(headerOf(c, "host") ?? "");
}

/** Whether a `Host` names this machine. Another name is one that a proxy serves, or that a web page was led here by. */
function isOwnHost(host: string): boolean {
  const url = `http://${host}`;
  return URL.canParse(url) && isThisMachine(url);
}

/** Every metric of {@link METRICS_PATH} but those of Node and its process, for the documentation. */
export function allMetrics() {
  const shared = sharedMetrics.flatMap(({ metrics }) =>
    Object.entries(metrics).map(([name, metric]) => ({ name, ...metric, scope: "shared" as const })),
  );
  const own = ownMetrics().map(({ name, help, type, labelNames = [] }) => ({
    ...{ name, help, type, labelNames, scope: "process" as const },
  }));
  return [
    ...shared,
    ...own,
    { ...SOURCE_UP, scope: "shared" as const },
    { ...WORKERS, scope: "shared" as const },
  ];
}
