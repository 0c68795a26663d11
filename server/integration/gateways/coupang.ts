import { createHmac } from "node:crypto";
import { RateLimiterRedis } from "rate-limiter-flexible";
import { singleton } from "../../platform/concurrency/singleton.ts";
import { env } from "../../platform/config/env.ts";
import { actorId } from "../../platform/operation/context.ts";
import { redis } from "../../platform/redis/redis.ts";
import type { AccountCheck, Keys, Marketplace } from "../gateway.ts";

const API_URL = "https://api-gateway.coupang.com";
const TIMEOUT_MS = 10_000;
/** Of a person for a vendor: Coupang answers about ten a second for a vendor, and then none for minutes. */
const CALLS_PER_SECOND = 8;

const limiter = singleton(
  "coupang-limiter",
  () =>
    new RateLimiterRedis({ storeClient: redis, keyPrefix: "coupang", points: CALLS_PER_SECOND, duration: 1 }),
);

/**
 * The signature of a request (Coupang Open API, HMAC): over the time, the method, the path and the query, with nothing
 * between them.
 */
export function authorization(
  keys: Keys,
  method: string,
  path: string,
  query: string,
  at = new Date(),
): string {
  const signedDate = at.toISOString().slice(2, 19).replace(/[-:]/g, "").concat("Z");
  const signature = createHmac("sha256", keys.secretKey)
    .update(`${signedDate}${method}${path}${query}`)
    .digest("hex");
  return `CEA algorithm=HmacSHA256, access-key=${keys.accessKey}, signed-date=${signedDate}, signature=${signature}`;
}

/** Coupang's Open API. The call that proves an account asks for one order of a day: it needs the vendor's own keys. */
export const coupang: Marketplace = {
  name: "coupang",
  proof: "keys",
  url: () => "https://wing.coupang.com",
  async check(ctx, { vendorId, keys }) {
    if (!keys) return { outcome: "refused", code: "NO_KEYS" };
    try {
      // Each person has their own: a stranger who tries keys for a vendor does not use up its owner's calls.
      await limiter.consume(`${vendorId} ${actorId(ctx.actor)}`);
    } catch {
      return { outcome: "unknown", code: "TOO_MANY_CALLS" };
    }
    try {
      return await ask(vendorId, keys);
    } catch (error) {
      ctx.log.warn({ action: "coupang.check", target: vendorId, err: error });
      return { outcome: "unknown", code: error instanceof Error ? error.name : "unreadable" };
    }
  },
};

async function ask(vendorId: string, keys: Keys): Promise<AccountCheck> {
  const day = new Date().toISOString().slice(0, 10);
  const path = `/v2/providers/openapi/apis/api/v4/vendors/${encodeURIComponent(vendorId)}/ordersheets`;
  const query = `createdAtFrom=${day}&createdAtTo=${day}&status=ACCEPT&maxPerPage=1`;
  const response = await fetch(`${env.COUPANG_API_URL ?? API_URL}${path}?${query}`, {
    headers: { authorization: authorization(keys, "GET", path, query), "x-requested-by": vendorId },
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: "error",
  });
  await response.body?.cancel();
  if (response.ok) return { outcome: "connected" };
  const code = `HTTP_${response.status}`;
  return { outcome: [400, 401, 403, 404].includes(response.status) ? "refused" : "unknown", code };
}
