import type { AppContext } from "../platform/operation/context.ts";
import { AppError, type ERROR_CODES, platformErrors } from "../platform/operation/errors.ts";
import { orUnavailable } from "../platform/operation/unavailable.ts";

const TITLES: Record<keyof typeof ERROR_CODES, string> = {
  400: "Invalid argument",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Payload too large",
  415: "Unsupported media type",
  422: "Unprocessable",
  429: "Too many requests",
  500: "Internal error",
  503: "Service unavailable",
};

/** A refusal as `application/problem+json` (RFC 9457); what is no refusal becomes a 500 that says nothing. */
export function problemResponse(cause: unknown, ctx: Pick<AppContext, "traceId" | "log">): Response {
  const error = orUnavailable(cause);
  const refusal = error instanceof AppError ? error : platformErrors.internal();
  if (refusal.status === 500)
    ctx.log.error({ err: error, traceId: ctx.traceId, action: "http", outcome: "error" });
  const { status, code, reason, message: detail, params, retryAfterSeconds, traceId = ctx.traceId } = refusal;
  const headers = new Headers({
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(retryAfterSeconds));
  if (status === 405 && typeof params.allowed === "string") headers.set("allow", params.allowed);
  if (refusal.replayed) headers.set("idempotency-replayed", "true");
  const body = { status, title: TITLES[status], detail, code, reason, params, traceId };
  return new Response(JSON.stringify(body), { status, headers });
}
