/** Work of which each key has at most one run at a time. */
export interface SingleFlight<T> {
  /**
   * Runs `work`, or, while a run of the key is under way, has one more run follow it. All calls that come during a run
   * share the one that follows, so a result is never older than the call.
   * @returns the result of a run that began at or after the call
   */
  run(key: string, work: () => Promise<T>): Promise<T>;
  /** The last run of the key that is under way or will follow; undefined where the key is idle. */
  pending(key: string): Promise<T> | undefined;
}

interface Flight<T> {
  readonly current: Promise<T>;
  next: Promise<T> | undefined;
}

export function createSingleFlight<T>(): SingleFlight<T> {
  const flights = new Map<string, Flight<T>>();

  function start(key: string, work: () => Promise<T>): Promise<T> {
    const current = work();
    const flight: Flight<T> = { current, next: undefined };
    flights.set(key, flight);
    const end = () => {
      if (!flight.next) flights.delete(key);
    };
    current.then(end, end);
    return current;
  }

  return {
    run(key, work) {
      const flight = flights.get(key);
      if (!flight) return start(key, work);
      flight.next ??= flight.current.then(
        () => start(key, work),
        () => start(key, work),
      );
      return flight.next;
    },
    pending(key) {
      const flight = flights.get(key);
      return flight?.next ?? flight?.current;
    },
  };
}
