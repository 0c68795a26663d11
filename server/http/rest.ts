import type { Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { createSingleFlight } from "../platform/concurrency/single-flight.ts";
import { env } from "../platform/config/env.ts";
import { isWebhook, type RestExchange, type RestRoute } from "../platform/http/rest.ts";
import { atDoor, authorize } from "../platform/operation/allow.ts";
import { type AppContext, createContext } from "../platform/operation/context.ts";
import { AppError, platformErrors } from "../platform/operation/errors.ts";
import { inTurn } from "../platform/operation/heavy.ts";
import { parseJson } from "../platform/operation/parse.ts";
import { bodyOf } from "./body.ts";
import { actorOf, anonymousContext, doorActorOf, takesCookies } from "./context.ts";
import { corsOf } from "./cors.ts";
import { headerOf } from "./header.ts";
import { limitCaller } from "./limits.ts";
import { requireTrustedWrite } from "./own-page.ts";
import { problemResponse } from "./problem.ts";

/** Serves the REST contract: each route is its operation, plus how the request becomes its input. */
export function mountRest(app: Hono, routes: readonly RestRoute[]): void {
  const cors = corsOf();
  for (const route of routes) {
    if (cors && !isWebhook(route)) app.use(`/api${route.path}`, cors);
    const shared = isPublic(route) ? shareAnswers(route) : undefined;
    app[route.method](`/api${route.path}`, (c) =>
      shared && isStranger(c) ? serveStranger(c, route, shared) : serve(c, route),
    );
  }
  refuseOtherMethods(app, routes);
}

/** Refuses a method that the address does not have, and answers `OPTIONS` with those that it has. */
function refuseOtherMethods(app: Hono, routes: readonly RestRoute[]): void {
  for (const path of new Set(routes.map((route) => route.path))) {
    const allowed = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    const allow = ["OPTIONS", ...allowed, ...(allowed.includes("GET") ? ["HEAD"] : [])].join(", ");
    app.all(`/api${path}`, (c) =>
      c.req.method === "OPTIONS"
        ? c.body(null, 204, { allow })
        : problemResponse(platformErrors.method_not_allowed({ allowed: allow }), anonymousContext(c)),
    );
  }
}

/** Whether an answer says the same to everyone who sends no credentials: it depends on the address alone. */
const isPublic = ({ method, operation, input, answer }: RestRoute): boolean =>
  method === "get" && operation.allow.public && !input && !answer;

const isStranger = (c: Context): boolean => !headerOf(c, "authorization") && !headerOf(c, "cookie");

/** Asks once for all strangers who ask the same together; an answer is never older than its question. */
function shareAnswers({ operation }: RestRoute) {
  const flights = createSingleFlight<string>();
  return (given: string) =>
    flights.run(given, async () => {
      const { output } = await operation.execute(createContext(), JSON.parse(given));
      return JSON.stringify(output);
    });
}

async function serveStranger(
  c: Context,
  route: RestRoute,
  ask: (given: string) => Promise<string>,
): Promise<Response> {
  try {
    const text = await ask(JSON.stringify({ ...c.req.query(), ...c.req.param() }));
    return c.body(text, route.status as 200, headersOf(route));
  } catch (error) {
    return problemResponse(error, anonymousContext(c));
  }
}

async function serve(c: Context, route: RestRoute): Promise<Response> {
  const anonymous = anonymousContext(c);
  try {
    // A webhook's signature is its proof, however and from wherever it is sent.
    if (!isWebhook(route)) requireTrustedWrite(c, { allowsOrigins: true });
    const { allow } = route.operation;
    const actor =
      allow === atDoor ? await doorActorOf(c, anonymous) : await actorOf(c, anonymous, !allow.public);
    const ctx = { ...anonymous, actor };
    if (route.method !== "get") await limitCaller(ctx);
    // A large body is read for those alone who may send it.
    if (route.bodyBytesMax !== undefined) authorize(route.operation.allow, ctx);
    return await respond(c, route, ctx);
  } catch (error) {
    return problemResponse(error, anonymous);
  }
}

async function respond(c: Context, route: RestRoute, ctx: AppContext): Promise<Response> {
  const exchange = await exchangeOf(c, route);
  try {
    return await execute(c, route, ctx, exchange);
  } catch (error) {
    if (error instanceof AppError) route.refused?.(exchange, error);
    // Made through the context, so that cookies set on it go along.
    const problem = problemResponse(error, ctx);
    return c.newResponse(problem.body, problem);
  }
}

/** Bodies from this length on take long to be read as JSON. */
const LARGE_BODY = 100_000;

async function execute(
  c: Context,
  route: RestRoute,
  ctx: AppContext,
  exchange: RestExchange,
): Promise<Response> {
  const fields = () => (isWebhook(route) ? {} : { ...fieldsOf(c, route, exchange), ...c.req.param() });
  const isLarge = exchange.rawBody.length > LARGE_BODY;
  const given = isLarge ? await inTurn(ctx, async () => fields()) : fields();
  const input = route.input ? route.input(exchange, given) : given;
  const { output, replayed } = await route.operation.execute(ctx, input);
  const answer = route.answer ? route.answer(exchange, output, ctx) : output;
  const headers = { ...headersOf(route), ...(replayed ? { "idempotency-replayed": "true" } : {}) };
  return route.status === 204
    ? c.body(null, 204, headers)
    : c.body(JSON.stringify(answer), route.statusOf?.(output) ?? route.status, headers);
}

/**
 * The input's fields: a read has them in its address, a write in its body alone. An address is kept in histories and
 * logs, and any page can make a browser open one.
 */
function fieldsOf(c: Context, route: RestRoute, exchange: RestExchange): Record<string, unknown> {
  if (route.method === "get") return c.req.query();
  if (Object.keys(c.req.query()).length > 0)
    throw platformErrors.invalid_argument({ path: "query", problem: "fields of a write belong in its body" });
  return parseBody(exchange.rawBody);
}

/** One plain object: a header set on the context would make a full Response of every answer, at twice the cost. */
const headersOf = ({ cacheControl = "no-store" }: RestRoute) => ({
  "content-type": "application/json",
  "x-content-type-options": "nosniff",
  "cache-control": cacheControl,
});

const exchangeOf = async (c: Context, route: RestRoute): Promise<RestExchange> => ({
  header: (name) => headerOf(c, name) ?? "",
  rawBody: route.method === "get" ? "" : await bodyOf(c),
  takesCookies: takesCookies(c),
  cookie: (name) => (takesCookies(c) ? getCookie(c, name) : undefined),
  setCookie: ({ name, value, path, maxAgeSeconds, isReadable = false }) => {
    if (!takesCookies(c)) return;
    setCookie(c, name, value, {
      path,
      maxAge: maxAgeSeconds,
      httpOnly: !isReadable,
      sameSite: "Lax",
      secure: env.APP_URL.startsWith("https:"),
    });
  },
});

/** Throws `malformed_json` (400); a body that is no object holds no fields and is refused as such. */
function parseBody(json: string): Record<string, unknown> {
  if (json === "") return {};
  const body = parseJson(json);
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw platformErrors.invalid_argument({ path: "body", problem: "must be an object" });
  return body as Record<string, unknown>;
}
