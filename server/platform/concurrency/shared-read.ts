/**
 * A read whose answer serves everyone who asks within `keptMs` milliseconds of it: its source sees few reads a second of
 * each key, however many ask. A failure is shared as an answer is.
 */
export function createSharedRead<K, T>(keptMs: number) {
  const reads = new Map<K, Promise<T>>();
  return {
    run(key: K, read: () => Promise<T>): Promise<T> {
      const shared = reads.get(key);
      if (shared) return shared;
      const reading = read();
      reads.set(key, reading);
      const forget = () => void setTimeout(() => reads.delete(key), keptMs).unref();
      reading.then(forget, forget);
      return reading;
    },
  };
}
