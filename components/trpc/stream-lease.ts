/** The right of one tab to stream. Browsers allow six connections to a host, and every stream keeps one. */
export interface Lease {
  readonly tab: string;
  readonly isHidden: boolean;
  /** Whether it is for what the page is about; the bell, which every page has, streams only where no page does. */
  readonly isForPage: boolean;
  /** The last heartbeat, by this device's clock. */
  readonly atMs: number;
}

export const BEAT_MS = 2000;
const LOST_MS = 3 * BEAT_MS;
/** A browser runs the timers of hidden tabs once a minute. */
const LOST_HIDDEN_MS = 90_000;

/**
 * Whether a tab may take the lease: a free one, one of a closed tab, the bell's for a page, and a hidden tab's page's for
 * a visible one's.
 */
export function mayTake(lease: Lease | null, me: Omit<Lease, "atMs">, nowMs: number): boolean {
  if (!lease || lease.tab === me.tab) return true;
  if (rankOf(me) > rankOf(lease)) return true;
  // The clock may have been set in either direction.
  return Math.abs(nowMs - lease.atMs) > (lease.isHidden ? LOST_HIDDEN_MS : LOST_MS);
}

const rankOf = ({ isHidden, isForPage }: Omit<Lease, "atMs">): number =>
  (isForPage ? 2 : 0) + (isHidden ? 0 : 1);
