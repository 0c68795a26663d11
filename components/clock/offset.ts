/**
 * The server's time as this page knows it. It advances by the browser's monotonic clock, which cannot be set; the
 * device's clock only shows, by diverging from the monotonic one, that one of them stopped or was set.
 */
interface Sample {
  /** What the server's clock said when the steady clock stood at zero. */
  readonly serverAtZeroMs: number;
  readonly roundTripMs: number;
  readonly takenAtMs: number;
}

/** A cheap endpoint, whose Date header gives the server's time. */
const TIME_PATH = "/api/health/live";
const RETRY_MS = 5000;
/** How long a sample is kept as the best; monotonic clocks drift too. */
const BEST_MS = 5 * 60_000;
/** The divergence of the two clocks after which neither is trusted: a sleep or a jump, not a gradual correction. */
const APART_MS = 1000;

const steadyNow = (): number => performance.now();
/** The difference between the device's clock and the monotonic one. */
const apart = (): number => Date.now() - steadyNow();

let best: Sample | null = null;
/** How far the server's clock was ahead of the device's at the last measurement. */
let serverAheadMs: number | null = null;
/** Counts the measurements that were accepted. */
let version = 0;
let apartBefore = apart();
let doubtful = false;
let asking = false;
const listeners = new Set<() => void>();

/**
 * Begins to measure: to be called as a request is sent.
 * @returns takes the answer's time by the server's clock, a Date header or a time in the body
 */
export function beginMeasuring(): (serverTimeMs: number) => void {
  const [sentAtMs, apartAtFirst] = [steadyNow(), apart()];
  return (serverTimeMs) => {
    // A device that slept in between cannot tell how long the answer took.
    if (!Number.isFinite(serverTimeMs) || Math.abs(apart() - apartAtFirst) > APART_MS) return;
    const [takenAtMs, roundTripMs] = [steadyNow(), steadyNow() - sentAtMs];
    observe({ serverAtZeroMs: serverTimeMs - (sentAtMs + roundTripMs / 2), roundTripMs, takenAtMs });
  };
}

/** The answer with the shortest round trip says most about the clock; a slower one counts once that is old or in doubt. */
function observe(sample: Sample): void {
  const isOld = best !== null && sample.takenAtMs - best.takenAtMs > BEST_MS;
  if (best && !doubtful && !isOld && sample.roundTripMs >= best.roundTripMs) return;
  best = sample;
  serverAheadMs = sample.serverAtZeroMs + steadyNow() - Date.now();
  doubtful = false;
  version++;
  for (const listener of listeners) listener();
}

/** Asks the server for the time until it is known again. */
async function measureAgain(): Promise<void> {
  if (asking) return;
  asking = true;
  while (doubtful) {
    const measured = beginMeasuring();
    const date = await fetch(TIME_PATH, { cache: "no-store" }).then(
      ({ headers }) => headers.get("date"),
      () => null,
    );
    if (date) measured(dateHeaderMs(date));
    if (doubtful) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  asking = false;
}

/** The header drops the fraction of the second: half a second is the best guess. */
export const dateHeaderMs = (date: string): number => Date.parse(date) + 500;

export function subscribeToServerTime(listener: () => void): () => void {
  listeners.add(listener);
  // A page that comes back into sight may have slept.
  document.addEventListener("visibilitychange", serverNow);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) document.removeEventListener("visibilitychange", serverNow);
  };
}

/** Changes with each measurement that is accepted. */
export const serverTimeVersion = (): number => version;

/** The server's time now, as well as this device can tell. It never goes by a device's clock that was set meanwhile. */
export function serverNow(): number {
  if (Math.abs(apart() - apartBefore) > APART_MS && typeof window !== "undefined") {
    // Without a measurement, the device's clock at the time the page loaded is the best guess.
    best ??= { serverAtZeroMs: apartBefore, roundTripMs: Number.POSITIVE_INFINITY, takenAtMs: steadyNow() };
    apartBefore = apart();
    doubtful = true;
    void measureAgain();
  }
  return best ? best.serverAtZeroMs + steadyNow() : Date.now();
}

/**
 * The server's time also where no answer comes after a sleep: the monotonic clock stood still in it, and the device's went on. It is
 * wrong where someone set that clock meanwhile, so nothing depends on it from which a person could gain by that.
 */
export function serverNowAfterSleep(): number {
  const now = serverNow();
  return doubtful && serverAheadMs !== null ? Date.now() + serverAheadMs : now;
}

/**
 * Takes an earlier page's measurement of how far the server's clock is ahead of the device's, until this page measures:
 * without a network it is closer than the device's clock alone.
 */
export function assumeServerAhead(ms: number): void {
  if (best !== null || !Number.isFinite(ms)) return;
  best = { serverAtZeroMs: apart() + ms, roundTripMs: Number.POSITIVE_INFINITY, takenAtMs: steadyNow() };
  serverAheadMs = ms;
  version++;
  for (const listener of listeners) listener();
}

/** How far the server's clock is ahead of this device's. */
export const serverAhead = (): number => serverNow() - Date.now();

/** A moment of the recent past by this device's clock, in the server's time. */
export const inServerTime = (deviceMs: number): number => serverNow() - (Date.now() - deviceMs);
