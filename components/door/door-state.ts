import type { ArrivalResult, Door, ScanResult } from "#server/doors/contract.ts";
import type { Direction, ScanOutcome } from "#server/doors/values.ts";
import type { DoorGuest } from "#server/guests/contract.ts";
import type { ArrivalOutcome } from "#server/guests/values.ts";

/** How far the page is: `away` is a page that was never opened before and has no network. */
type Phase = "loading" | "ready" | "none" | "ended" | "full" | "away";

/** What the person at the door is told of a scan. */
export interface Answer {
  readonly key: string;
  readonly outcome: ScanOutcome | ArrivalOutcome | "no_network";
  readonly ticket: ScanResult["ticket"];
  readonly first: ScanResult["first"];
  readonly shown: ScanResult["shown"];
  /** The guest who was let in by name, and how many of their people it was about. */
  readonly guest?: { readonly name: string; readonly people: number };
  readonly direction: Direction;
  /** By the server's clock, in milliseconds. */
  readonly at: number;
  /** Whether this device decided by itself. */
  readonly isAlone: boolean;
  /** What the server made of it later, where that is something else. */
  readonly later?: ScanOutcome | ArrivalOutcome;
}

export interface DoorState {
  readonly phase: Phase;
  readonly door: Door | undefined;
  readonly isOnline: boolean;
  /** Scans that the server does not know of yet. */
  readonly queued: number;
  readonly answers: readonly Answer[];
  readonly guests: readonly DoorGuest[];
}

/** A code that someone shows. */
export interface ShownCode {
  readonly code: string;
  readonly direction: Direction;
  /** Whether the person at the door lets in a ticket whose code does not move. */
  readonly isConfirmed: boolean;
}

export const INITIAL: DoorState = {
  ...{ phase: "loading", door: undefined, isOnline: true, queued: 0, answers: [], guests: [] },
};

/** What came out otherwise than the device decided stands beside its answer. */
export function corrected(answer: Answer, results: readonly (ScanResult | ArrivalResult)[]): Answer {
  const result = results.find(({ key }) => key === answer.key);
  if (!result || result.outcome === answer.outcome) return answer;
  return { ...answer, first: "first" in result ? result.first : null, later: result.outcome };
}
