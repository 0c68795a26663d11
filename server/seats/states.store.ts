import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { seats } from "#db/schema/seats.ts";
import { createSingleFlight } from "../platform/concurrency/single-flight.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import { type AppContext, createContext, type Tx } from "../platform/operation/context.ts";
import type { RedisClient } from "../platform/redis/redis.ts";
import { defineScript } from "../platform/redis/script.ts";
import type { Id } from "../platform/values/ids.ts";
import { packStates } from "../platform/values/packed-states.ts";
import { stateNumberOf } from "./policy.ts";
import type { SeatRow } from "./store.ts";

/**
 * The states of the seats of a map are read through Redis (docs/decisions/048-states-of-seats-are-pushed.md): packed as
 * pages get them, and beside them the moves since they were last read from Postgres. A move is applied after its commit,
 * and nobody waits for it. So one can be lost with its process: while they are asked for, the states are read from Postgres
 * again every {@link CHECK_EVERY_MS}, by one process.
 */
const CHECK_EVERY_MS = 2000;
/** No answer is older, however long ago they were asked for. */
const KEPT_MS = 5000;
/** How long a move is known: longer than the states take to be read from Postgres and stored. */
const MOVES_KEPT_MS = 10_000;
/** How long others wait for the process that reads the states. */
const FILL_WAIT_MS = 1000;
const FILL_POLL_MS = 25;

type SessionId = Id<"event_session">;

const keysOf = (id: SessionId) => [`seat-states:{${id}}`, `seat-moves:{${id}}`] as const;
const checkKeyOf = (id: SessionId) => `seat-check:{${id}}`;

/** In Lua: sets the state of a seat. A byte has four, the first of them in its lowest bits. */
const SET_STATE = `
  local function set_state(place, state)
    redis.call("BITFIELD", KEYS[1], "SET", "u2", math.floor(place / 4) * 8 + 6 - (place % 4) * 2, state)
  end`;

/**
 * Applies moves, each unless a newer one of its seat is known. Without stored states it only remembers them.
 * KEYS states, moves; ARGV ms, then place, version and state of each.
 */
const moveScript = defineScript<number>(
  "moveSeats",
  2,
  `${SET_STATE}
  local stored = redis.call("EXISTS", KEYS[1]) == 1
  for i = 2, #ARGV, 3 do
    local known = redis.call("HGET", KEYS[2], ARGV[i])
    if not known or tonumber(string.match(known, "^%d+")) < tonumber(ARGV[i + 1]) then
      redis.call("HSET", KEYS[2], ARGV[i], ARGV[i + 1] .. " " .. ARGV[i + 2])
      if stored then set_state(tonumber(ARGV[i]), ARGV[i + 2]) end
    end
  end
  return redis.call("PEXPIRE", KEYS[2], ARGV[1])
  `,
);

/**
 * Stores states that were read from Postgres, with the moves that are newer, and forgets the others.
 * KEYS states, moves; ARGV packed states, the version of each seat in four bytes, ms.
 */
const fillScript = defineScript<number>(
  "fillSeatStates",
  2,
  `${SET_STATE}
  redis.call("SET", KEYS[1], ARGV[1], "PX", ARGV[3])
  local moves = redis.call("HGETALL", KEYS[2])
  for i = 1, #moves, 2 do
    local place = tonumber(moves[i])
    local version, state = string.match(moves[i + 1], "^(%d+) (%d)$")
    if tonumber(version) > struct.unpack("<I4", ARGV[2], place * 4 + 1) then
      set_state(place, state)
    else
      redis.call("HDEL", KEYS[2], moves[i])
    end
  end
  return #moves / 2
  `,
);

/** Applies moves of seats after the commit. The caller's answer does not wait for it. */
export function publishMoves(tx: Tx, moved: readonly SeatRow[]): void {
  const bySession = Map.groupBy(
    moved.filter(({ place }) => place !== null),
    ({ eventSessionId }) => eventSessionId,
  );
  if (bySession.size === 0) return;
  tx.afterCommit(async ({ redis, log, traceId }) => {
    for (const [id, rows] of bySession) {
      const moves = rows.flatMap((seat) => [seat.place ?? 0, seat.version, stateNumberOf(seat)]);
      void moveScript(redis, ...keysOf(id), MOVES_KEPT_MS, ...moves).catch((error: unknown) =>
        log.debug({ err: error, traceId, action: "seats.publish" }),
      );
    }
  });
}

/**
 * The states of the seats that an event session got of a map, packed, in the order of their places. Those who ask together
 * share one question.
 */
export const packedStatesOf = (id: SessionId): Promise<Buffer> => reads.run(id, () => readStates(id));

const reads = singleton("seat-state-reads", () => createSingleFlight<Buffer>());

async function readStates(id: SessionId): Promise<Buffer> {
  const ctx = createContext();
  const kept = ctx.redis.status === "ready" ? await readKept(ctx, id).catch(() => undefined) : undefined;
  return kept ?? (await readFromPostgres(ctx, id)).packed;
}

/** @returns undefined where Redis has no states, and no process stores any */
async function readKept(ctx: AppContext, id: SessionId): Promise<Buffer | undefined> {
  const { redis } = ctx;
  const [states] = keysOf(id);
  const [mayCheck, kept] = await Promise.all([
    redis.set(checkKeyOf(id), "1", "PX", CHECK_EVERY_MS, "NX"),
    redis.getBuffer(states),
  ]);
  if (!mayCheck) return kept ?? waitForFill(redis, states);
  try {
    return await fill(ctx, id);
  } catch (error) {
    // Postgres may be away for a moment: the others read what is kept, too.
    if (kept) return kept;
    throw error;
  }
}

async function fill(ctx: AppContext, id: SessionId): Promise<Buffer> {
  const { packed, versions } = await readFromPostgres(ctx, id);
  const [states, moves] = keysOf(id);
  await fillScript(ctx.redis, states, moves, packed, versions, KEPT_MS);
  return (await ctx.redis.getBuffer(states)) ?? packed;
}

async function waitForFill(redis: RedisClient, key: string): Promise<Buffer | undefined> {
  const until = performance.now() + FILL_WAIT_MS;
  while (performance.now() < until) {
    await sleep(FILL_POLL_MS);
    const kept = await redis.getBuffer(key);
    if (kept) return kept;
  }
  return undefined;
}

const VERSION_BYTES = 4;

async function readFromPostgres(ctx: AppContext, id: SessionId) {
  const { state, house, version } = seats;
  const rows = await ctx.db
    .select({ state, house, version })
    .from(seats)
    .where(and(eq(seats.eventSessionId, id), isNotNull(seats.place)))
    .orderBy(asc(seats.place));
  const versions = Buffer.alloc(rows.length * VERSION_BYTES);
  for (const [place, row] of rows.entries()) versions.writeUInt32LE(row.version, place * VERSION_BYTES);
  return { packed: Buffer.from(packStates(rows.map(stateNumberOf)), "base64url"), versions };
}
