import type { MachineRole } from "../platform/database/machine.ts";
import type { Actor } from "../platform/operation/context.ts";
import { mailAddressesIn, phoneNumberOf } from "../platform/values/phone.ts";
import type { Channel } from "./contract.ts";
import { integrationErrors } from "./errors.ts";
import type { IntegrationState } from "./machine.ts";
import { type DropReason, RENEWABLE_DAYS } from "./values.ts";

/** A phone line's lease, which each step renews, and its cap (docs/spec/seller-integration.md#phone-lines). */
export const LEASE_SECONDS = 120;
export const LOCK_SECONDS_MAX = 600;
/** A session without a step for so long has ended (docs/spec/seller-integration.md#states). */
export const INACTIVITY_SECONDS = 1800;

/** Why a session ended whose time is over. */
export const TIME_OVER_REASONS = { LOCK_TIMEOUT: "lock_expired", EXPIRED: "inactive" } as const;

/** A seller who waits and has asked for nothing for this long is absent: no phone line is given to them. */
export const PRESENT_SECONDS = 60;
/** A seller's presence is written this often at most. */
export const SEEN_EVERY_SECONDS = 15;

/** A gateway's clock may be so far behind, and count whole seconds. */
const CLOCK_SECONDS = 5;
/** A message that the last holder had asked for may come so long after the phone line was assigned to the next. */
const UNDERWAY_SECONDS = 30;

/** What a code does in a state: it is taken, or kept until its turn. */
interface Expected {
  readonly outcome: "taken" | "kept";
  /** The next state, where the code was waited for. */
  readonly to?: IntegrationState;
}

/** The states in which a session takes a code, and those in which it keeps a code for later. */
export const EXPECTED: Readonly<Record<Channel, Partial<Record<IntegrationState, Expected>>>> = {
  sms: {
    LOCKED: { outcome: "taken", to: "SMS_RECEIVED" },
    SMS_RECEIVED: { outcome: "taken" },
    EMAIL_WAITING: { outcome: "taken" },
  },
  email: {
    LOCKED: { outcome: "kept" },
    SMS_RECEIVED: { outcome: "kept" },
    EMAIL_WAITING: { outcome: "taken", to: "EMAIL_RECEIVED" },
    EMAIL_RECEIVED: { outcome: "taken" },
    VERIFYING: { outcome: "taken" },
  },
};

interface Arrived {
  readonly channel: Channel;
  readonly receivedAt: Date;
  /** As its reader sees it. */
  readonly text: string;
}

interface Held {
  readonly vendorId: string;
  readonly lockedAt: Date;
  /** When the last holder's session ended, and from which state; null where it had connected. */
  readonly releasedAt: Date | null;
  readonly releasedFrom: IntegrationState | null;
}

/**
 * Why a message is not certainly for the holder of its phone line: a message is never both the last holder's and the next
 * one's. One that names a vendor is that vendor's; else what was received while the last holder had the line, or is still
 * likely to be what they had asked for, is shown to no one.
 * @returns undefined where it is the holder's
 */
export function notTheirs({ channel, receivedAt, text }: Arrived, held: Held): DropReason | undefined {
  const named: string[] = text.match(/(?<![A-Za-z\d])A\d{8}(?!\d)/g) ?? [];
  if (named.length > 0 && !named.includes(held.vendorId)) return "other_vendor";
  const at = receivedAt.getTime();
  if (at < held.lockedAt.getTime() - CLOCK_SECONDS * 1000) return "before_lock";
  if (named.length > 0 || held.releasedAt === null) return undefined;
  const awaited = held.releasedFrom !== null && EXPECTED[channel][held.releasedFrom] !== undefined;
  const free = held.releasedAt.getTime() + (awaited ? UNDERWAY_SECONDS * 1000 : 0);
  return at < free ? "handover" : undefined;
}

/** Whether a sender is one of the marketplace's: a number, an address, or an address below a domain. */
export function isSenderOf(channel: Channel, from: string, senders: readonly string[]): boolean {
  if (channel === "sms") return senders.includes(phoneNumberOf(from) ?? "");
  const [address = "", ...more] = mailAddressesIn(from);
  const isKnown = senders.some((sender) => {
    const domain = address.slice(address.indexOf("@") + 1);
    return address === sender || domain === sender || domain.endsWith(`.${sender}`);
  });
  return more.length === 0 && isKnown;
}

/** Open API keys end so long after they were issued; their owner is reminded so long before. */
export const KEY_DAYS = 180;
export const REMINDED_DAYS = [RENEWABLE_DAYS, 3, 0] as const;

/** When keys end that were issued on a day in Korea, or now; undefined where no working keys can be of that day. */
export function keysEnd(issuedOn: string | undefined, now: Date): Date | undefined {
  const issuedAt = issuedOn ? new Date(`${issuedOn}T00:00:00+09:00`) : now;
  const end = new Date(issuedAt.getTime() + KEY_DAYS * DAY_MS);
  return issuedAt <= now && end > now ? end : undefined;
}

const DAY_MS = 86_400_000;

/** Throws `bad_vendor_id` (400). */
export function requireVendorId(text: string): void {
  if (!/^A\d{8}$/.test(text)) throw integrationErrors.bad_vendor_id();
}

const WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/** Whether a Korean business number, with or without hyphens, has the check digit it must have (국세청). */
export function isBusinessNumber(text: string): boolean {
  const digits = [...text.replaceAll("-", "")].map(Number);
  if (digits.length !== 10 || digits.some(Number.isNaN)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  const carried = Math.floor(((digits[8] ?? 0) * 5) / 10);
  return (10 - ((sum + carried) % 10)) % 10 === digits[9];
}

/** Throws `bad_vendor_id`, `bad_business_number` (400). */
export function requireDetails(vendorId: string, businessNumber: string | null): void {
  requireVendorId(vendorId);
  if (businessNumber !== null && !isBusinessNumber(businessNumber))
    throw integrationErrors.bad_business_number();
}

/** The role in which a person makes a step in an integration session. */
export function rolesOf(actor: Actor, ownerId: string): MachineRole[] {
  if (actor.kind === "system") return ["system"];
  if (actor.kind !== "user") return [];
  return [
    ...(actor.userId === ownerId ? ["seller" as const] : []),
    ...(actor.role === "ADMIN" ? ["admin" as const] : []),
  ];
}

/** What all before a place in line may take at most, in seconds, where they have so many phone lines. */
export const waitSecondsMax = (position: number, lines: number): number =>
  Math.ceil(position / Math.max(1, lines)) * LOCK_SECONDS_MAX;
