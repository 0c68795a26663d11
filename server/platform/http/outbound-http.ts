import { Agent, request } from "undici";
import { toStorableText } from "../values/text.ts";
import { BlockedAddress, publicLookup, requirePublicHost } from "./public-address.ts";
import { readRetryAfter } from "./retry-after.ts";

/** For name, connection, headers and body together (docs/spec/outbox.md#delivery). */
const TIMEOUT_MS = 10_000;
/** What is read of an answer before the connection is dropped, and what is kept of it. */
const READ_BYTES_MAX = 20_000;
const KEPT_CHARACTERS_MAX = 2048;
const ERROR_CHARACTERS_MAX = 300;

export interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Aborts when the process stops. */
  readonly signal: AbortSignal;
}

/** What came of one request; nothing of what the other side does is thrown. */
export type PostOutcome =
  | {
      readonly kind: "answered";
      readonly status: number;
      /** The beginning of the body. */
      readonly response: string;
      readonly retryAfterSeconds: number | undefined;
    }
  | { readonly kind: "timeout" | "network" | "blocked"; readonly error: string };

export interface PostOptions {
  /** Whether an origin (`https://host:port`) may be called though it is in a private network or speaks no TLS. */
  readonly isTrusted: (origin: string) => boolean;
  readonly timeoutMs?: number;
  readonly lookup?: Parameters<typeof publicLookup>[0];
}

/**
 * Makes the function that calls outside systems. A request goes to public addresses alone, checked on those that are
 * connected to, over https in production, follows no redirect, and is over within ten seconds.
 */
export function createOutboundHttp({ isTrusted, timeoutMs = TIMEOUT_MS, lookup }: PostOptions) {
  const open = new Agent({ allowH2: false, connect: { timeout: timeoutMs } });
  const guarded = new Agent({
    allowH2: false,
    connect: { timeout: timeoutMs, lookup: publicLookup(lookup) },
  });

  const ask = async ({ url, headers, body, signal }: PostRequest): Promise<PostOutcome> => {
    const { origin, hostname, protocol } = new URL(url);
    const trusted = isTrusted(origin);
    if (!trusted && protocol !== "https:") throw new BlockedAddress(`${origin} (not https)`);
    if (!trusted) requirePublicHost(hostname);
    const answer = await request(url, {
      ...{ method: "POST", headers, body, signal, dispatcher: trusted ? open : guarded },
      // The one limit over everything is the signal.
      ...{ headersTimeout: 0, bodyTimeout: 0 },
    });
    const response = await readBeginning(answer.body);
    const [retryAfter] = [answer.headers["retry-after"]].flat();
    const retryAfterMs = readRetryAfter(retryAfter);
    const retryAfterSeconds = retryAfterMs === undefined ? undefined : Math.ceil(retryAfterMs / 1000);
    return { kind: "answered", status: answer.statusCode, response, retryAfterSeconds };
  };

  return async (given: PostRequest): Promise<PostOutcome> => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = AbortSignal.any([timeout, given.signal]);
    try {
      return await Promise.race([ask({ ...given, signal }), rejectedBy(signal)]);
    } catch (error) {
      if (timeout.aborted) return { kind: "timeout", error: `no answer within ${timeoutMs / 1000} s` };
      return failureOf(error);
    }
  };
}

/** Rejects when the signal aborts: undici looks at it only once it is connected. */
const rejectedBy = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.throwIfAborted();
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });

async function readBeginning(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop destroys the stream and its connection, so a body without end is cut off.
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= READ_BYTES_MAX) break;
  }
  return toStorableText(Buffer.concat(chunks).toString("utf8"), KEPT_CHARACTERS_MAX);
}

function failureOf(error: unknown): PostOutcome {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof BlockedAddress) return { kind: "blocked", error: cause.message };
  const { code } = error as { code?: unknown };
  const message = error instanceof Error ? error.message : String(error);
  const said = typeof code === "string" && !message.includes(code) ? `${code}: ${message}` : message;
  return { kind: "network", error: toStorableText(said, ERROR_CHARACTERS_MAX) };
}
