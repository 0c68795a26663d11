/** The HTTP statuses of refusals with their `code`: the contract's list is closed, so a finer status shares a code. */
export const ERROR_CODES = {
  400: "400_INVALID_ARGUMENT",
  401: "401_UNAUTHORIZED",
  403: "403_FORBIDDEN",
  404: "404_NOT_FOUND",
  405: "400_INVALID_ARGUMENT",
  409: "409_CONFLICT",
  413: "400_INVALID_ARGUMENT",
  415: "400_INVALID_ARGUMENT",
  422: "422_UNPROCESSABLE",
  429: "429_TOO_MANY_REQUESTS",
  500: "500_INTERNAL",
  503: "503_SERVICE_UNAVAILABLE",
} as const;

export type ErrorStatus = keyof typeof ERROR_CODES;
export type ErrorParams = Readonly<Record<string, string | number | boolean | null>>;

export interface ErrorSpec {
  readonly status: ErrorStatus;
  /** Whether the same call may succeed later (`later`) or never will (`no`). */
  readonly retry: "no" | "later";
  /** English sentence for API clients; `{name}` is replaced by a parameter. The UI uses `error.<reason>` instead. */
  readonly message: string;
  /** Other sentences, by the value of one parameter: one refusal may have several ends that differ for its reader. */
  readonly variants?: { readonly by: string; readonly messages: Readonly<Record<string, string>> };
  /** The value of Retry-After for a refusal without one. */
  readonly retryAfterSeconds?: number;
}

interface RegisteredError extends ErrorSpec {
  readonly domain: string;
  readonly reason: string;
}

/** Every refusal the product can give, by reason: the API documentation and the adapters read this one table. */
export const errorRegistry = new Map<string, RegisteredError>();

/** A refusal with a reason: becomes problem+json, a tRPC error or a non-retriable job error. */
export class AppError extends Error {
  readonly reason: string;
  readonly status: ErrorStatus;
  readonly retry: "no" | "later";
  readonly params: ErrorParams;
  readonly retryAfterSeconds: number | undefined;
  /** Whether an idempotency key had this refusal already. */
  replayed = false;
  /** Set on a replayed refusal, so that the second answer equals the first byte for byte. */
  traceId: string | undefined;

  constructor(spec: RegisteredError, params: ErrorParams, retryAfterSeconds = spec.retryAfterSeconds) {
    const variant = spec.variants?.messages[String(params[spec.variants.by])];
    super((variant ?? spec.message).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? "")));
    this.name = "AppError";
    this.reason = spec.reason;
    this.status = spec.status;
    this.retry = spec.retry;
    this.params = params;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get code() {
    return ERROR_CODES[this.status];
  }
}

/** Makes a refusal: the numbers for the message, and seconds until it is worth asking again. */
export interface Refuse<Reason extends string = string> {
  (params?: ErrorParams, options?: { retryAfterSeconds?: number }): AppError;
  readonly reason: Reason;
}

/**
 * Declares a domain's refusals. A reason is unique in the whole product, since clients see it without the domain.
 * @returns one factory per reason: `throw holdErrors.insufficient_stock({ wanted: 3, left: 1 })`
 */
export function defineErrors<const S extends Record<string, ErrorSpec>>(
  domain: string,
  specs: S,
): { readonly [Reason in keyof S & string]: Refuse<Reason> } {
  const factories = Object.entries(specs).map(([reason, spec]) => {
    const known = errorRegistry.get(reason);
    if (known && known.domain !== domain)
      throw new Error(`reason ${reason} is declared by ${known.domain} and ${domain}`);
    const registered = { ...spec, domain, reason };
    errorRegistry.set(reason, registered);
    const refuse = (params: ErrorParams = {}, options: { retryAfterSeconds?: number } = {}) =>
      new AppError(registered, params, options.retryAfterSeconds);
    return [reason, Object.assign(refuse, { reason })];
  });
  return Object.fromEntries(factories);
}

/** Rebuilds a refusal from what an idempotency row or a message kept of it. */
export function restoreError(kept: {
  reason: string;
  params: ErrorParams;
  retryAfterSeconds?: number | undefined;
  traceId?: string | undefined;
}): AppError {
  const spec = errorRegistry.get(kept.reason);
  if (!spec) return platformErrors.internal();
  const error = new AppError(spec, kept.params, kept.retryAfterSeconds);
  error.traceId = kept.traceId;
  return error;
}

/** What `unavailable` names as its `part` where that is known. */
export type UnavailablePart = "postgres" | "redis";

/** The refusals that belong to no domain. */
export const platformErrors = defineErrors("platform", {
  invalid_argument: { status: 400, retry: "no", message: "{path}: {problem}" },
  payload_too_large: { status: 413, retry: "no", message: "The body is larger than {limitBytes} bytes." },
  malformed_json: { status: 400, retry: "no", message: "The body is not valid JSON." },
  json_required: { status: 415, retry: "no", message: "A body is sent as application/json." },
  method_not_allowed: { status: 405, retry: "no", message: "This call is made with {allowed}." },
  unauthorized: { status: 401, retry: "no", message: "Sign in first." },
  bad_signature: { status: 401, retry: "no", message: "The signature is missing, wrong or too old." },
  forbidden: { status: 403, retry: "no", message: "This is not yours to do." },
  second_factor_required: {
    status: 403,
    retry: "no",
    message:
      "Operators act only with a second factor: turn it on in the account settings, or enter its code.",
  },
  cross_site: {
    status: 403,
    retry: "no",
    message:
      "A browser may only write from the app's own pages. The app takes {appUrl} for its address: where a proxy rewrites Host, set APP_URL to the address that people open.",
  },
  not_found: { status: 404, retry: "no", message: "There is no such {what}." },
  changed_meanwhile: {
    status: 409,
    retry: "no",
    message: "Someone else changed this at {at}: read it again first.",
  },
  illegal_transition: { status: 409, retry: "no", message: "{machine} cannot go from {from} to {to}." },
  idempotency_key_missing: {
    status: 400,
    retry: "no",
    message: "This call needs an Idempotency-Key header.",
  },
  idempotency_key_invalid: {
    status: 400,
    retry: "no",
    message: "An Idempotency-Key is 1 to 255 printable ASCII characters.",
  },
  idempotency_key_reused: {
    status: 422,
    retry: "no",
    message: "This Idempotency-Key was used for a different request.",
  },
  idempotency_in_progress: {
    status: 409,
    retry: "later",
    message: "The first request with this Idempotency-Key is still running.",
    retryAfterSeconds: 1,
  },
  rate_limited: { status: 429, retry: "later", message: "Too many requests.", retryAfterSeconds: 1 },
  too_many_streams: {
    status: 429,
    retry: "later",
    message: "Too many streams are open; ask now and then instead.",
    retryAfterSeconds: 30,
  },
  internal: { status: 500, retry: "later", message: "Something went wrong on our side." },
  unavailable: {
    status: 503,
    retry: "later",
    message: "The service cannot answer right now.",
    retryAfterSeconds: 1,
  },
});
