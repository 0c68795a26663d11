import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { env } from "../platform/config/env.ts";

/** As long as a browser may remember that it may call. */
const REMEMBERED_SECONDS = 600;

/**
 * Lets the pages of `CORS_ORIGINS` call the REST contract. They speak with a bearer's token: credentials are never
 * allowed, so a browser neither sends nor keeps cookies of ours for them.
 * @returns undefined where no origin is allowed
 */
export const corsOf = (): MiddlewareHandler | undefined =>
  env.CORS_ORIGINS.length === 0
    ? undefined
    : cors({
        origin: [...env.CORS_ORIGINS],
        allowMethods: ["GET", "POST", "PATCH", "DELETE"],
        allowHeaders: [
          ...["Authorization", "Content-Type", "Idempotency-Key", "X-Idempotency-Key", "Traceparent"],
        ],
        exposeHeaders: ["Retry-After", "Idempotency-Replayed", "Allow", "Date"],
        maxAge: REMEMBERED_SECONDS,
      });
