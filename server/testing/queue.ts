import { and, eq, inArray } from "drizzle-orm";
import { users } from "#db/schema/auth.ts";
import { eventSessions } from "#db/schema/catalog.ts";
import { holds } from "#db/schema/holds.ts";
import { createEvent } from "#server/catalog/commands/create-event.ts";
import { createEventSession } from "#server/catalog/commands/create-event-session.ts";
import { updateEvent } from "#server/catalog/commands/update-event.ts";
import { updateEventSession } from "#server/catalog/commands/update-event-session.ts";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { moveStock } from "#server/catalog/steps/move-stock.ts";
import { saleWithHoldsOf } from "#server/holds/queries.ts";
import { replaceRedisClock } from "#server/platform/database/clock.ts";
import { insertRows } from "#server/platform/database/insert-rows.ts";
import { inTransaction } from "#server/platform/database/transaction.ts";
import { type AppContext, createContext, type Tx } from "#server/platform/operation/context.ts";
import { AppError } from "#server/platform/operation/errors.ts";
import type { RedisClient } from "#server/platform/redis/redis.ts";
import { type Id, newId } from "#server/platform/values/ids.ts";
import { askPlace } from "#server/queue/commands/ask-place.ts";
import { joinQueue } from "#server/queue/commands/join-queue.ts";
import { admittingOf } from "#server/queue/policy.ts";
import { myPlace } from "#server/queue/queries.ts";
import { advanceQueue } from "#server/queue/store.ts";
import { given } from "./given.ts";

/** Lets each queue have a clock of its own: a key beside the script's first one, in the same hash slot. */
const MOVABLE_CLOCK = `
local function now_ms()
  local set = redis.call("GET", KEYS[1] .. ":clock")
  if set then return tonumber(set) end
  local t = redis.call("TIME")
  return t[1] * 1000 + math.floor(t[2] / 1000)
end
`;

const DAY_MS = 24 * 3_600_000;
const START_MS = Date.UTC(2026, 5, 1);

interface SaleSettings {
  readonly stock?: number;
  readonly admitLimit?: number;
  readonly admitRatePerSecond?: number;
  readonly maxLength?: number;
  /** Milliseconds from now until sales open and close. */
  readonly opensInMs?: number;
  readonly closesInMs?: number;
}

/** A sale whose queue stands on `redis`, with a clock that only the test moves. */
export async function givenQueue(redis: RedisClient, settings: SaleSettings = {}) {
  replaceRedisClock(MOVABLE_CLOCK);
  const { stock = 100, opensInMs = -DAY_MS, closesInMs = DAY_MS, ...limits } = settings;
  const admin = await someAdmin();
  const texts = { title: "A concert", description: "In June.", venue: "Seoul" };
  const { id: eventId } = await createEvent(admin, { ...texts, status: "PUBLISHED" });
  const now = Date.now();
  const at = (ms: number) => new Date(now + ms).toISOString();
  const { id: eventSessionId } = await createEventSession(admin, {
    eventId,
    startsAt: at(30 * DAY_MS),
    salesOpenAt: at(opensInMs),
    salesCloseAt: at(Math.max(closesInMs, DAY_MS)),
    price: 1000,
    totalStock: stock,
    line: limits,
  });
  // A sale that is over cannot be created, so its end is moved afterwards.
  if (closesInMs < DAY_MS)
    await admin.db
      .update(eventSessions)
      .set({ salesCloseAt: new Date(at(closesInMs)) })
      .where(eq(eventSessions.id, eventSessionId));
  const clock = queueClock(redis, eventSessionId);
  await clock.forward(0);
  return {
    eventSessionId,
    clock,
    newcomer: () => newcomer(redis, eventSessionId),
    /** Moves stock as buyers do, each with one ticket: holds it, gives it back, or pays for it. */
    move: (move: "hold" | "release" | "sell", quantity: number) =>
      inTransaction(admin, async (tx) => {
        await moveStock(tx, { eventSessionId, move, quantity, reason: "test" });
        if (move === "hold") await holdOneEach(tx, eventSessionId, quantity);
        else await endHolds(tx, eventSessionId, quantity, move === "sell" ? "CONFIRMED" : "RELEASED");
      }),
    /** Opens or closes sales by hand, as an operator does. */
    setSales: (status: "OPEN" | "CLOSED" | "SCHEDULED") =>
      updateEventSession(admin, { id: eventSessionId, status }),
    /** Stops letting people in, or goes on, as an operator does. */
    setAdmission: (admission: "OPEN" | "PAUSED") =>
      updateEventSession(admin, { id: eventSessionId, admission }),
    /** Takes the event off the site. */
    withdraw: () => updateEvent(admin, { eventId, status: "ARCHIVED" }),
    /** Moves the queue as its ticker does. */
    async advance() {
      const admitting = admittingOf(await saleWithHoldsOf(admin, eventSessionId));
      return advanceQueue(redis, { eventSessionId, admitting });
    },
  };
}

export type GivenQueue = Awaited<ReturnType<typeof givenQueue>>;
export type Newcomer = ReturnType<typeof newcomer>;

/** Holds of strangers that no time ends. */
async function holdOneEach(tx: Tx, eventSessionId: EventSessionId, count: number): Promise<void> {
  const expiresAt = new Date(Date.now() + 365 * DAY_MS);
  const strangers = await given.people(count);
  await insertRows(
    tx,
    holds,
    strangers.map(({ userId }) => ({ id: newId("hold"), userId, eventSessionId, quantity: 1, expiresAt })),
  );
}

async function endHolds(
  tx: Tx,
  id: EventSessionId,
  count: number,
  state: "CONFIRMED" | "RELEASED",
): Promise<void> {
  const some = tx.db
    .select({ id: holds.id })
    .from(holds)
    .where(and(eq(holds.eventSessionId, id), eq(holds.state, "ACTIVE")))
    .limit(count);
  await tx.db
    .update(holds)
    .set({ state, sold: state === "CONFIRMED" })
    .where(inArray(holds.id, some));
}

async function someAdmin(): Promise<AppContext> {
  const context = createContext();
  const userId = newId("user");
  const email = `${userId}@example.test`;
  await context.db.insert(users).values({ id: userId, email, passwordHash: "-", role: "ADMIN" });
  return actingAs(context, userId, "ADMIN");
}

const actingAs = (ctx: AppContext, userId: Id<"user">, role: "ADMIN" | "USER"): AppContext => ({
  ...ctx,
  actor: { kind: "user", userId, role, loginSessionId: newId("login_session") },
});

/** A signed-in person who has not joined yet. */
function newcomer(redis: RedisClient, eventSessionId: EventSessionId) {
  const userId = newId("user");
  const ctx = actingAs(createContext({ redis }), userId, "USER");
  return {
    userId,
    ctx,
    join: () => joinQueue(ctx, { sessionId: eventSessionId }),
    ask: (token: string) => askPlace(ctx, { token }),
    look: () => myPlace(ctx, { sessionId: eventSessionId }),
  };
}

function queueClock(redis: RedisClient, eventSessionId: EventSessionId) {
  let nowMs = START_MS;
  return {
    async forward(ms: number) {
      nowMs += ms;
      await redis.set(`queue:{${eventSessionId}}:meta:clock`, nowMs);
    },
    now: () => nowMs,
  };
}

/** The reason of a refusal, for `expect`. */
export const reasonOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "ok",
    (error: unknown) => {
      if (error instanceof AppError) return error.reason;
      throw error;
    },
  );
