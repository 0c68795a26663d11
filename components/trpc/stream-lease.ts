/** The right of one tab to stream. Browsers allow six connections to a host, and every stream keeps one. */
export interface Lease {
  readonly tab: string;
  readonly isHidden: boolean;
  /** The last heartbeat, by this device's clock. */
  readonly atMs: number;
}

export const BEAT_MS = 2000;
const LOST_MS = 3 * BEAT_MS;
/** A browser runs the timers of hidden tabs once a minute. */
const LOST_HIDDEN_MS = 90_000;

/** Whether a tab may take the lease: a free one, one of a closed tab, and a hidden tab's if it is visible itself. */
export function mayTake(lease: Lease | null, me: Omit<Lease, "atMs">, nowMs: number): boolean {
  if (!lease || lease.tab === me.tab) return true;
  if (lease.isHidden && !me.isHidden) return true;
  // The clock may have been set in either direction.
  return Math.abs(nowMs - lease.atMs) > (lease.isHidden ? LOST_HIDDEN_MS : LOST_MS);
}
