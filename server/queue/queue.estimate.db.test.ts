import { expect, it } from "vitest";
import { redis } from "../platform/redis/redis.ts";
import { newId } from "../platform/values/ids.ts";
import { patient } from "../testing/patience.ts";
import { givenQueue } from "../testing/queue.ts";
import { estimateWaitSeconds } from "./policy.ts";
import { advanceQueue, askPlace, joinQueue, spendPlaces } from "./store.ts";

/** How long people are in before they hold; no one stays longer than an admission. */
const STAYS: Record<string, (random: () => number) => number> = {
  "between five seconds and a minute": (random) => 5 + random() * 55,
  "twenty seconds on average, some the whole time": (random) => -20 * Math.log(1 - random()),
  "every fourth does not come at all": (random) => (random() < 0.25 ? 120 : 10 + random() * 40),
};

const QUEUES = [
  { limit: 1, ratePerSecond: 50, people: 70 },
  { limit: 5, ratePerSecond: 50, people: 200 },
  { limit: 40, ratePerSecond: 10, people: 500 },
] as const;

/** Seconds of a queue's life at which everyone who waits is told an estimate. */
const ASKED_AT = [30, 90, 180, 300, 480, 700];

it(
  "names a range that most people's true wait lies in, whatever those before them do, and names one to most",
  async () => {
    const told = { right: 0, wrong: 0, none: 0 };
    for (const [name, stay] of Object.entries(STAYS))
      for (const [index, settings] of QUEUES.entries()) {
        const outcome = await liveThrough(settings, stay, seeded(index + 1));
        const ranges = outcome.right + outcome.wrong;
        expect(outcome.right / ranges, `${name}, ${JSON.stringify(settings)}`).toBeGreaterThan(0.75);
        told.right += outcome.right;
        told.wrong += outcome.wrong;
        told.none += outcome.none;
      }
    expect(told.right / (told.right + told.wrong)).toBeGreaterThan(0.85);
    expect(told.right + told.wrong).toBeGreaterThan(told.none);
  },
  patient(60_000),
);

/** Within the time that a place is kept without asking. */
const ASKED_AGAIN_SECONDS = 240;

/** Lets everyone in one after the other, a second at a time, and compares what they were told with what came. */
async function liveThrough(
  { limit, ratePerSecond, people }: (typeof QUEUES)[number],
  stay: (random: () => number) => number,
  random: () => number,
) {
  const { eventSessionId, clock } = await givenQueue(redis);
  const admitting = { limit, ratePerSecond };
  const queue = { eventSessionId, admitting };
  const waiting = await Promise.all(
    Array.from({ length: people }, async () => {
      const userId = newId("user");
      const { number, epoch } = (await joinQueue(redis, { ...queue, userId, lengthMax: people })) ?? {};
      return { eventSessionId, userId, number: number ?? 0, epoch: epoch ?? "" };
    }),
  );
  const inOrder = waiting.sort((a, b) => a.number - b.number);
  const leavesAt = new Map<string, number>();
  const promises: { number: number; at: number; min: number; max: number }[] = [];
  const outcome = { right: 0, wrong: 0, none: 0 };
  for (let second = 0, served = 0; served < people; second++) {
    const { serving } = await advanceQueue(redis, queue);
    for (const { userId, number } of inOrder.slice(served, serving)) {
      leavesAt.set(userId, second + stay(random));
      for (const { at, min, max } of promises.filter((promise) => promise.number === number))
        outcome[second - at >= min - 1 && second - at <= max + 1 ? "right" : "wrong"] += 1;
    }
    served = serving;
    if (second % ASKED_AGAIN_SECONDS === 0 || ASKED_AT.includes(second)) {
      const waiters = inOrder.slice(served);
      const places = await Promise.all(waiters.map((claims) => askPlace(redis, claims, admitting)));
      if (ASKED_AT.includes(second))
        for (const { number, position, admitted, stays } of places) {
          const range = estimateWaitSeconds({ position, admitted, stays, admitting });
          if (range) promises.push({ number, at: second, ...range });
          else outcome.none += 1;
        }
    }
    const gone = [...leavesAt].filter(([, at]) => at <= second).map(([userId]) => userId as `user_${string}`);
    for (const userId of gone) leavesAt.delete(userId);
    if (gone.length > 0) await spendPlaces(redis, { ...queue, userIds: gone });
    await clock.forward(1000);
  }
  return outcome;
}

/** The same random numbers each time. */
function seeded(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
