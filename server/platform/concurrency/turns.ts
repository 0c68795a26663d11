/** Work that is done one piece at a time, while a limited number of others wait. */
export interface Turns {
  /**
   * Does the work when all that came before it is done.
   * @param who - whose work it is: one caller has at most `eachMax` pieces at a time
   * @throws what `refuse` makes where too many wait
   */
  run<T>(who: string, work: () => Promise<T>): Promise<T>;
}

interface Options {
  /** How many pieces wait or are being done at most. */
  readonly most: number;
  /** How many of them one caller has at most, so that one caller cannot take all places. */
  readonly eachMax?: number;
  readonly refuse: () => Error;
}

export function createTurns({ most, eachMax = most, refuse }: Options): Turns {
  const countOf = new Map<string, number>();
  let [count, last]: [number, Promise<unknown>] = [0, Promise.resolve()];

  const change = (who: string, by: 1 | -1) => {
    count += by;
    const own = (countOf.get(who) ?? 0) + by;
    if (own === 0) countOf.delete(who);
    else countOf.set(who, own);
  };

  return {
    async run(who, work) {
      if (count >= most || (countOf.get(who) ?? 0) >= eachMax) throw refuse();
      change(who, 1);
      const result = last.then(work);
      last = result.then(breathe, breathe);
      return result.finally(() => change(who, -1));
    },
  };
}

/** The event loop serves everyone else before the next piece begins. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
