import { z } from "zod";
import { type Id, idOf } from "../platform/values/ids.ts";
import { instantOut } from "../platform/values/text.ts";
import { ENDPOINT_LENGTH_MAX, PUSH_LANGUAGES } from "./values.ts";

export type PushSubscriptionId = Id<"push_subscription">;

/** The bytes of a key as browsers give them, in base64url. */
const keyOf = (bytes: number) =>
  z
    .base64url()
    .refine((text) => Buffer.from(text, "base64url").length === bytes, `not a key of ${bytes} bytes`);

/** A point of the curve P-256, uncompressed. */
const PUBLIC_KEY_BYTES = 65;
const AUTH_BYTES = 16;

/** What a browser's `PushSubscription` says of itself, and the language of the page. */
export const SubscribePush = z.strictObject({
  endpoint: z.url().max(ENDPOINT_LENGTH_MAX),
  keys: z.strictObject({ p256dh: keyOf(PUBLIC_KEY_BYTES), auth: keyOf(AUTH_BYTES) }),
  language: z.enum(PUSH_LANGUAGES),
});
export type SubscribePush = z.output<typeof SubscribePush>;

export const PushDeviceInput = z.strictObject({ id: idOf("push_subscription") });

/** A browser of the caller that gets notifications. */
export const PushDevice = z.object({
  id: idOf("push_subscription"),
  userAgent: z.string(),
  /** Whether it was turned on with the login session that asks. */
  isCurrent: z.boolean(),
  createdAt: instantOut,
});
export type PushDevice = z.output<typeof PushDevice>;

export const PushDevices = z.object({
  devices: z.array(PushDevice),
  /** What a browser subscribes with: it takes messages that are signed by this key alone. */
  publicKey: z.string(),
});

/** A notification in one language. */
export interface PushWords {
  readonly title: string;
  readonly body: string;
}

/** What is pushed to a person, whatever language each of their browsers reads. */
export interface PushMessage {
  readonly ko: PushWords;
  readonly en: PushWords;
  /** The page that a press leads to: `/me/waitlist`. */
  readonly path: string;
  /** When it is of no use any more. */
  readonly expiresAt: Date;
}
