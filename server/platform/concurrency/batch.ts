interface Waiting<T, R> {
  readonly item: T;
  resolve(result: R): void;
  reject(error: unknown): void;
}

/**
 * Gathers calls that arrive together. A key's first call starts at once; calls that arrive while it runs wait and go
 * together as the next batch. So an idle key has no delay and a busy one as many calls a batch as it needs.
 * @param work - serves a batch; answers one result an item, in order. If it throws and the batch had several items,
 * each is served again alone, so that the fault of one caller does not fail the others
 * @param isTransient - whether each item alone would meet the error again, as with a database that is away
 */
export function createBatcher<T, R>(options: {
  readonly sizeMax: number;
  readonly work: (key: string, items: readonly T[]) => Promise<readonly R[]>;
  readonly isTransient?: (error: unknown) => boolean;
}) {
  const queues = new Map<string, Waiting<T, R>[]>();

  async function drain(key: string, queue: Waiting<T, R>[]): Promise<void> {
    // Let the calls of the same turn join the first batch.
    await new Promise(setImmediate);
    while (queue.length > 0) await serve(key, queue.splice(0, options.sizeMax));
    queues.delete(key);
  }

  async function serve(key: string, batch: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await options.work(
        key,
        batch.map(({ item }) => item),
      );
      batch.forEach((waiting, index) => {
        waiting.resolve(results[index] as R);
      });
    } catch (error) {
      if (batch.length === 1 || options.isTransient?.(error)) {
        for (const waiting of batch) waiting.reject(error);
        return;
      }
      for (const waiting of batch) await serve(key, [waiting]);
    }
  }

  /** Joins the batch of `key`. */
  return (key: string, item: T): Promise<R> =>
    new Promise((resolve, reject) => {
      const waiting = { item, resolve, reject };
      const open = queues.get(key);
      if (open) return void open.push(waiting);
      const queue = [waiting];
      queues.set(key, queue);
      void drain(key, queue);
    });
}
