import { createHash, createHmac, createSecretKey, hkdfSync, timingSafeEqual } from "node:crypto";
import type { EventSessionId } from "../catalog/contract.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import { env } from "../platform/config/env.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import type { Id } from "../platform/values/ids.ts";
import { queueErrors } from "./errors.ts";

/** What a queue token says: whose place it is, in which life of which queue. */
export interface QueueClaims {
  readonly eventSessionId: EventSessionId;
  readonly userId: Id<"user">;
  readonly number: number;
  /** The queue's random name. It changes when the queue's data is lost, so that tokens of an earlier queue are recognized. */
  readonly epoch: string;
}

/** Separates this use of the secret from every other one. */
const KEY_LABEL = "seonchak queue token v1";

const SHAPE =
  /^(?<payload>(?<session>[0-9a-z]{26})\.(?<user>[0-9a-z]{26})\.(?<number>[1-9]\d{0,9})\.(?<epoch>[\w-]{8,32}))\.(?<mac>[\w-]{43})$/;

/**
 * Signs and reads queue tokens. The same claims give the same token, so it can be given again without being stored.
 * @param secret - the application's secret; the key is derived from it
 */
export function createQueueTokens(secret: string) {
  const key = createSecretKey(Buffer.from(hkdfSync("sha256", secret, "", KEY_LABEL, 32)));
  const macOf = (payload: string): string => createHmac("sha256", key).update(payload).digest("base64url");

  return {
    sign({ eventSessionId, userId, number, epoch }: QueueClaims): string {
      const payload = `${digitsOf(eventSessionId)}.${digitsOf(userId)}.${number}.${epoch}`;
      return `${payload}.${macOf(payload)}`;
    },

    /** The claims of a token that was signed here; null for anything else. */
    read(token: string): QueueClaims | null {
      const { payload, session, user, number, epoch, mac } = SHAPE.exec(token)?.groups ?? {};
      if (!payload || !mac || !epoch) return null;
      // Texts are compared, not bytes: base64 has several texts for some bytes, and a token has exactly one.
      if (!timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(payload)))) return null;
      return {
        eventSessionId: `event_session_${session}`,
        userId: `user_${user}`,
        number: Number(number),
        epoch,
      };
    },
  };
}

/** The number of a place, from a token whose signature has been checked. */
export const numberInToken = (token: string): number => Number(SHAPE.exec(token)?.groups?.number);

/** The trace of what is bought with a place. It follows from the token, which is the same as long as the place is. */
export const traceOfToken = (token: string): string =>
  createHash("sha256").update(token).digest("hex").slice(0, 32);

/** This application's queue tokens. */
export const queueTokens = () => singleton("queue-tokens", () => createQueueTokens(env.AUTH_SECRET));

/**
 * What the caller's own token says.
 * @throws `unauthorized` (401); `bad_queue_token` (400) for one that was not given here; `foreign_queue_token` (403)
 * for another person's
 */
export function requireOwnClaims({ actor }: AppContext, token: string): QueueClaims {
  if (actor.kind !== "user") throw platformErrors.unauthorized();
  const claims = queueTokens().read(token);
  if (!claims) throw queueErrors.bad_queue_token();
  if (claims.userId !== actor.userId) throw queueErrors.foreign_queue_token();
  return claims;
}

/** The part after the prefix, which the token's place for it implies. */
const digitsOf = (id: string): string => id.slice(id.lastIndexOf("_") + 1);
