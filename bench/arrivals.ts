/** What became of the requests of one kind. */
export interface Tally {
  readonly asked: number;
  readonly done: number;
  /** Answers of another status than the right one, connections that broke, and requests that no answer came for. */
  readonly failed: number;
  /** From the moment at which each should have been sent. */
  readonly latenciesMs: readonly number[];
  /** How often each wrong status came; 0 for a broken connection, -1 for no answer. */
  readonly wrong: Readonly<Record<string, number>>;
}

export interface Kind {
  readonly name: string;
  readonly perSecond: number;
  readonly status: number;
  /** Begins that long after the others, so that what it goes on from is there. */
  readonly afterMs?: number;
  /** The bytes of the next request; nothing where what it goes on from is not there yet. */
  readonly next: () => Request | undefined;
}

export interface Request {
  readonly bytes: string;
  /** Has the body of a right answer. */
  readonly take?: (body: string) => void;
}

interface Running {
  readonly kind: Kind;
  readonly latenciesMs: number[];
  readonly open: Set<number>;
  readonly wrong: Record<string, number>;
  sent: number;
  done: number;
}

const TICK_MS = 1;
/** How long after the last request answers still count. */
const GRACE_MS = 5000;

/**
 * Sends requests of several kinds at fixed rates, whether or not those before are answered: what comes late is late from
 * the moment at which it should have been sent.
 */
export async function arrive(
  kinds: readonly Kind[],
  milliseconds: number,
  send: (bytes: string, take: (answer: { status: number; body: string }) => void) => void,
): Promise<Record<string, Tally>> {
  const running = kinds.map(
    (kind): Running => ({
      ...{ kind, latenciesMs: [], open: new Set<number>(), wrong: {}, sent: 0, done: 0 },
    }),
  );
  const startedAt = performance.now();
  await new Promise<void>((ended) => {
    const timer = setInterval(() => {
      const now = performance.now() - startedAt;
      for (const one of running) sendDue(one, Math.min(now, milliseconds), startedAt, send);
      const isOver = now > milliseconds && running.every(({ open }) => open.size === 0);
      if (!isOver && now < milliseconds + GRACE_MS) return;
      clearInterval(timer);
      ended();
    }, TICK_MS);
  });
  return Object.fromEntries(running.map((one) => [one.kind.name, tallyOf(one, milliseconds)]));
}

const dueAtMs = ({ afterMs = 0, perSecond }: Kind, index: number) => afterMs + (index * 1000) / perSecond;

function sendDue(one: Running, now: number, startedAt: number, send: Parameters<typeof arrive>[2]): void {
  const { kind, open, latenciesMs, wrong } = one;
  for (;;) {
    const dueMs = dueAtMs(kind, one.sent);
    if (dueMs >= now) return;
    const request = kind.next();
    if (!request) return;
    one.sent += 1;
    const dueAt = startedAt + dueMs;
    open.add(dueAt);
    send(request.bytes, ({ status, body }) => {
      if (!open.delete(dueAt)) return;
      latenciesMs.push(performance.now() - dueAt);
      if (status === kind.status) {
        one.done += 1;
        request.take?.(body);
      } else wrong[status] = (wrong[status] ?? 0) + 1;
    });
  }
}

/** What was never answered, or never sent, waited until the end at least. */
function tallyOf({ kind, sent, done, latenciesMs, open, wrong }: Running, milliseconds: number): Tally {
  const asked = Math.ceil(((milliseconds - (kind.afterMs ?? 0)) * kind.perSecond) / 1000);
  const now = performance.now();
  const unanswered = [...open].map((dueAt) => now - dueAt);
  const unsent = Array.from(
    { length: Math.max(0, asked - sent) },
    (_, index) => milliseconds + GRACE_MS - dueAtMs(kind, sent + index),
  );
  const missing = unanswered.length + unsent.length;
  open.clear();
  return {
    asked,
    done,
    failed: asked - done,
    latenciesMs: [...latenciesMs, ...unanswered, ...unsent],
    wrong: missing > 0 ? { ...wrong, "-1": missing } : wrong,
  };
}
