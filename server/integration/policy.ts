import type { Actor } from "../platform/context.ts";
import type { MachineRole } from "../platform/machine.ts";
import { RENEWABLE_DAYS } from "./contract.ts";
import { integrationErrors } from "./errors.ts";

/** A phone line is given for so long, again with each step, and for so long in all (SPEC 6). */
export const LEASE_SECONDS = 120;
export const LOCK_SECONDS_MAX = 600;
/** A session in which nothing happens for so long has ended (SPEC 6). */
export const INACTIVITY_SECONDS = 1800;

/** Whoever waits in line and has asked for nothing for so long is not there: no phone line is given to them. */
export const PRESENT_SECONDS = 60;
/** That somebody is there is written down this often at most. */
export const SEEN_EVERY_SECONDS = 15;

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

/** As whom somebody makes a step in a session. */
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
