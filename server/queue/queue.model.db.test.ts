import fc from "fast-check";
import { expect, it } from "vitest";
import { inTransaction } from "../platform/database/transaction.ts";
import { redis } from "../platform/redis/redis.ts";
import { patient } from "../testing/patience.ts";
import { type GivenQueue, givenQueue, type Newcomer, reasonOf } from "../testing/queue.ts";
import { queueModel } from "../testing/queue-model.ts";
import { leaveQueue } from "./commands/leave-queue.ts";
import { checkAdmission } from "./queries.ts";
import { spendAdmissions } from "./steps/spend-admissions.ts";

const PEOPLE = 5;
const STEPS_MS = [1, 400, 999, 1000, 59_000, 119_999, 120_000, 240_000, 299_999, 300_000];

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant("join" as const), who: fc.nat(PEOPLE - 1) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constantFrom("ask" as const, "check" as const, "leave" as const, "spend" as const),
      who: fc.nat(PEOPLE - 1),
      /** Whether the token is the person's last one or their first. */
      latest: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant("forward" as const), ms: fc.constantFrom(...STEPS_MS) }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("advance" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const settings = fc.record({
  admitLimit: fc.integer({ min: 1, max: 4 }),
  admitRatePerSecond: fc.integer({ min: 1, max: 3 }),
  maxLength: fc.integer({ min: 2, max: PEOPLE }),
});

interface Token {
  readonly number: number;
  readonly queueToken: string;
}

it(
  "agrees with the plain model after any sequence of joins, questions, leaves, holds and pauses",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        settings,
        fc.array(step, { minLength: 30, maxLength: 80, size: "max" }),
        async (given, steps) => {
          const queue = await givenQueue(redis, given);
          const model = queueModel({ ...given, now: queue.clock.now() });
          const people = Array.from({ length: PEOPLE }, () => queue.newcomer());
          const tokens = new Map<number, Token[]>();
          for (const next of steps) {
            const [real, expected] = await take(queue, model, people, tokens, next);
            expect(real, JSON.stringify(next)).toEqual(expected);
          }
          expect(await queue.advance()).toMatchObject(model.advance());
        },
      ),
      { numRuns: 60 },
    );
  },
  patient(60_000),
);

async function take(
  queue: GivenQueue,
  model: ReturnType<typeof queueModel>,
  people: readonly Newcomer[],
  tokens: Map<number, Token[]>,
  next: Step,
): Promise<[real: unknown, expected: unknown]> {
  if (next.act === "forward") {
    model.forward(next.ms);
    return [await queue.clock.forward(next.ms), undefined];
  }
  if (next.act === "advance") {
    const { epoch, ...counts } = await queue.advance();
    return [counts, model.advance()];
  }
  const person = people[next.who] as Newcomer;
  const known = tokens.get(next.who) ?? [];
  if (next.act === "join") {
    const place = await orReason(person.join());
    if (typeof place === "string") return [place, model.join(next.who)];
    const { queueToken, ...rest } = place;
    tokens.set(next.who, [...known, { number: place.number, queueToken }]);
    return [rest, model.join(next.who)];
  }
  const token = known.at(next.latest ? -1 : 0);
  if (!token) return [undefined, undefined];
  return takeWith(queue, model, { person, who: next.who, token, act: next.act });
}

async function takeWith(
  { eventSessionId }: GivenQueue,
  model: ReturnType<typeof queueModel>,
  {
    person,
    who,
    token,
    act,
  }: { person: Newcomer; who: number; token: Token; act: "ask" | "check" | "leave" | "spend" },
): Promise<[real: unknown, expected: unknown]> {
  const { number, queueToken } = token;
  switch (act) {
    case "ask": {
      const place = await orReason(person.ask(queueToken));
      if (typeof place === "string") return [place, model.ask(who, number)];
      const { position, allowed, expiresAt } = place;
      return [{ number, position, allowed, expiresAt }, model.ask(who, number)];
    }
    case "check": {
      const refusal = await checkAdmission(person.ctx, { eventSessionId, queueToken });
      return [refusal?.reason ?? "admitted", model.check(who, number)];
    }
    case "leave": {
      const { left } = await leaveQueue(person.ctx, { token: queueToken });
      return [left, model.leave(who, number)];
    }
    case "spend":
      return [
        await inTransaction(person.ctx, async (tx) => spendAdmissions(tx, eventSessionId, [person.userId])),
        model.spend(who),
      ];
  }
}

const orReason = <T>(work: Promise<T>): Promise<T | string> => work.catch(() => reasonOf(work));

it("keeps its bounds and its order while everything happens at once", async () => {
  const limits = { admitLimit: 5, admitRatePerSecond: 4 };
  const queue = await givenQueue(redis, limits);
  let [serving, entries] = [0, 0];
  for (let round = 0; round < 40; round++) {
    const people = Array.from({ length: 6 }, () => queue.newcomer());
    await Promise.all(people.map((person, index) => liveThrough(queue, person, (round + index) % 4)));
    const now = await queue.advance();
    expect(now.admitted).toBeLessThanOrEqual(limits.admitLimit);
    expect(now.serving).toBeGreaterThanOrEqual(serving);
    expect(now.entries - entries).toBeLessThanOrEqual(limits.admitRatePerSecond);
    ({ serving, entries } = now);
    await queue.clock.forward(20_000);
  }
  expect(serving).toBeGreaterThan(40);
});

/** What one person does: stays, leaves, buys, or asks again and again. */
async function liveThrough(queue: GivenQueue, person: Newcomer, kind: number): Promise<void> {
  const { queueToken, number } = await person.join();
  const { eventSessionId } = queue;
  if (kind === 1) await leaveQueue(person.ctx, { token: queueToken });
  if (kind === 2 && !(await checkAdmission(person.ctx, { eventSessionId, queueToken })))
    await Promise.all(
      [1, 2].map(() =>
        inTransaction(person.ctx, async (tx) => spendAdmissions(tx, eventSessionId, [person.userId])),
      ),
    );
  if (kind === 3) {
    const again = await Promise.all([person.join(), person.join()]);
    expect(again.map((place) => place.number)).toEqual([number, number]);
  }
}
