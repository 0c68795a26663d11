import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { RestRoute } from "../platform/http/rest.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { anonymousContext } from "./context.ts";
import { headerOf } from "./header.ts";
import { problemResponse } from "./problem.ts";

/**
 * Refuses larger bodies, announced or not, with `payload_too_large` (413).
 * @param limitBytes - the largest body that passes
 */
export function limitBody(limitBytes: number): MiddlewareHandler {
  const tooLarge: Parameters<typeof bodyLimit>[0]["onError"] = (c) =>
    problemResponse(platformErrors.payload_too_large({ limitBytes }), anonymousContext(c));
  const countBytes = bodyLimit({ maxSize: limitBytes, onError: tooLarge });
  return (c, next) => {
    if (c.req.method === "GET") return next();
    const announced = headerOf(c, "content-length");
    // Node holds a sender to the length it announces; any other body has to be counted as it comes.
    if (announced === undefined) return countBytes(c, next);
    return Number(announced) > limitBytes ? Promise.resolve(tooLarge(c)) : next();
  };
}

/**
 * Refuses larger bodies as {@link limitBody} does, but of a route that says what its bodies may be only those.
 * @param limitBytes - the largest body of all other calls
 */
export function limitBodies(routes: readonly RestRoute[], limitBytes: number): MiddlewareHandler {
  const others = limitBody(limitBytes);
  const larger = routes.flatMap(({ method, path, bodyBytesMax }) => {
    const pattern = new RegExp(`^/api${path.replaceAll(/:\w+/g, "[^/]+")}$`);
    return bodyBytesMax === undefined
      ? []
      : [{ method: method.toUpperCase(), pattern, limit: limitBody(bodyBytesMax) }];
  });
  return (c, next) => {
    const own = larger.find(({ method, pattern }) => method === c.req.method && pattern.test(c.req.path));
    return (own?.limit ?? others)(c, next);
  };
}
