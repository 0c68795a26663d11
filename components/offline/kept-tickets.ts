import type { Ticket } from "#server/tickets/contract.ts";
import { knownViewerId } from "../trpc/known-viewer.ts";

/** Has another number where tickets have other fields than those that an older page kept. */
const KEY = "seonchak.tickets.1";

/** The tickets of one account as this browser read them last, so that they open doors without a network. */
export interface KeptTickets {
  readonly ownerId: string;
  /** By the server's clock, in milliseconds. */
  readonly checkedAtMs: number;
  /** How far the server's clock was ahead of the device's then, by which codes move without the network. */
  readonly serverAheadMs: number;
  readonly tickets: readonly Ticket[];
}

const listeners = new Set<() => void>();
let last: { readonly raw: string | null; readonly kept: KeptTickets | null } = { raw: null, kept: null };

/** What is kept of the account that is logged in in this browser; nothing of another, and nothing after a logout. */
export function keptTickets(): KeptTickets | null {
  const raw = read();
  if (raw !== last.raw) last = { raw, kept: parse(raw) };
  return last.kept && last.kept.ownerId === knownViewerId() ? last.kept : null;
}

/** Keeps tickets in place of earlier ones. A full or closed storage keeps none: the page then needs the network, as ever. */
export function keepTickets(kept: KeptTickets): void {
  if (kept.ownerId !== knownViewerId()) return;
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    return;
  }
  tell();
}

/** Removes what is kept, of whomever it is. Other tabs hear of it. */
export function forgetTickets(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    return;
  }
  tell();
}

/** Removes what is kept of another account than the one that is logged in, which the server has just said. */
export function forgetTicketsOfOthers(viewerId: string | null): void {
  const owner = parse(read())?.ownerId;
  if (read() !== null && owner !== viewerId) forgetTickets();
}

/** @param onEnd - called where another tab removes what is kept, since a login ended or another person came */
export function watchKeptTickets(listener: () => void, onEnd: () => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    // Without a key, everything was removed.
    if (key !== KEY && key !== null) return;
    if (newValue === null) onEnd();
    listener();
  };
  addEventListener("storage", hear);
  listeners.add(listener);
  return () => {
    removeEventListener("storage", hear);
    listeners.delete(listener);
  };
}

const tell = () => {
  for (const listener of listeners) listener();
};

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function parse(raw: string | null): KeptTickets | null {
  try {
    return JSON.parse(raw ?? "null");
  } catch {
    return null;
  }
}
