import type { z } from "zod";
import type {
  ArrivalResults,
  Door,
  DoorGuests,
  DoorTicket,
  DoorTickets,
  ScanResult,
  ScanResults,
} from "#server/doors/contract.ts";

/** A door's answer that is no success: the reason, or `network` where there was none. */
export class DoorRefusal extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

const TIMEOUT_MS = 8000;

async function call<T>(path: string, body?: unknown, timeoutMs = TIMEOUT_MS): Promise<T> {
  const response = await fetch(`/api/door${path}`, {
    ...(body !== undefined && {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    }),
    cache: "no-store",
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(() => {
    throw new DoorRefusal("network");
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new DoorRefusal(response.status >= 500 ? "network" : String(answer.reason ?? ""));
  return answer;
}

/** Opens a door link on this device. */
export const openDoor = (token: string) => call<Door>("/devices", { token });

/** The door that this device stands at. */
export const readDoor = () => call<Door>("");

/** All tickets of the event session. */
export async function readTickets(): Promise<DoorTicket[]> {
  const tickets: DoorTicket[] = [];
  for (let after = ""; ; ) {
    const page = await call<z.output<typeof DoorTickets>>(`/tickets${after && `?after=${after}`}`);
    tickets.push(...page.tickets);
    if (page.after === null) return tickets;
    after = page.after;
  }
}

export interface SentScan {
  readonly key: string;
  readonly code: string;
  readonly direction: string;
  readonly isConfirmed?: boolean;
  readonly ageMs: number;
  readonly decided?: string;
}

export const sendScans = (scans: readonly SentScan[], timeoutMs?: number) =>
  call<z.output<typeof ScanResults> & { results: ScanResult[] }>("/scans", { scans }, timeoutMs);

/** The guest list of the event session. */
export const readGuests = async () => (await call<z.output<typeof DoorGuests>>("/guests")).guests;

export interface SentArrival {
  readonly key: string;
  readonly guestId: string;
  readonly people: number;
  readonly direction: string;
  readonly ageMs: number;
  readonly decided?: string;
}

export const sendArrivals = (arrivals: readonly SentArrival[], timeoutMs?: number) =>
  call<z.output<typeof ArrivalResults>>("/arrivals", { arrivals }, timeoutMs);
