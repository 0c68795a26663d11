interface Listener<T> {
  readonly unread: T[];
  wake: () => void;
}

/**
 * News for all who listen in this process. Node's `events.on` keeps two queues of 2,048 places for each listener, which
 * is 38 kB for each of the thousands who watch one thing.
 */
export function createNews<T>() {
  const listeners = new Set<Listener<T>>();
  return {
    tell(news: T): void {
      for (const listener of listeners) {
        listener.unread.push(news);
        listener.wake();
      }
    },
    /** All that is told from now on, in order, until `ends` aborts. */
    listen(ends: AbortSignal): AsyncGenerator<T, void> {
      const listener: Listener<T> = { unread: [], wake: () => {} };
      const leave = () => {
        listeners.delete(listener);
        listener.wake();
      };
      if (!ends.aborted) {
        listeners.add(listener);
        ends.addEventListener("abort", leave, { once: true });
      }
      return read(listener, ends, leave);
    },
  };
}

async function* read<T>(
  listener: Listener<T>,
  ends: AbortSignal,
  leave: () => void,
): AsyncGenerator<T, void> {
  try {
    while (!ends.aborted) {
      if (listener.unread.length > 0) yield listener.unread.shift() as T;
      else
        await new Promise<void>((woken) => {
          listener.wake = woken;
        });
    }
  } finally {
    ends.removeEventListener("abort", leave);
    leave();
  }
}
