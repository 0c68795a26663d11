import { randomBytes } from "node:crypto";
import type { EventSessionId } from "../catalog/contract.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import { log } from "../platform/logging/log.ts";
import { AppError, platformErrors } from "../platform/operation/errors.ts";
import type { RedisClient } from "../platform/redis/redis.ts";
import { defineScript } from "../platform/redis/script.ts";
import type { Id } from "../platform/values/ids.ts";
import { ADVANCE, ASK, CHECK, COUNT, JOIN, LEAVE, LOOK, QUEUE_KEYS, SPEND } from "./lua.ts";
import type { Admitting, PlaceState, Stays } from "./policy.ts";
import type { QueueClaims } from "./tokens.ts";

/** A place as the queue has it now. */
export interface PlaceNow {
  readonly state: PlaceState;
  readonly epoch: string;
  readonly number: number;
  /** 0 when admitted, 1 when next. */
  readonly position: number;
  readonly endsAt: Date;
  readonly waiting: number;
  /** People who are in now. */
  readonly admitted: number;
  readonly stays: Stays;
}

/** A queue as it is now; all zeros and an empty epoch where there is none. */
export interface QueueNow {
  readonly epoch: string;
  readonly serving: number;
  readonly waiting: number;
  readonly admitted: number;
  /** Numbers given since the queue began. */
  readonly issued: number;
  /** People let in since the queue began. */
  readonly entries: number;
}

type PlaceReply = [
  ...[more: number, PlaceState, epoch: string, number: number, position: number, endsMs: number],
  ...[waiting: number, admitted: number, exits: string, stayMs: string],
];
type QueueReply = [more: number, string, number, number, number, number, number];

const keyCount = QUEUE_KEYS.length;
const scripts = {
  join: defineScript<PlaceReply | [more: number, "full"]>("joinQueue", keyCount, JOIN),
  ask: defineScript<PlaceReply>("askPlace", keyCount, ASK),
  look: defineScript<PlaceReply>("lookAtPlace", keyCount, LOOK),
  check: defineScript<PlaceReply>("checkPlace", keyCount, CHECK),
  leave: defineScript<[more: number, left: number]>("leaveQueue", keyCount, LEAVE),
  spend: defineScript<QueueReply>("spendAdmissions", keyCount, SPEND),
  advance: defineScript<QueueReply>("advanceQueue", keyCount, ADVANCE),
  count: defineScript<QueueReply>("countQueue", keyCount, COUNT),
};

const keysOf = (id: EventSessionId): string[] => QUEUE_KEYS.map((name) => `queue:{${id}}:${name}`);
/** How often a call runs its script at most: 1,000 entries, a few milliseconds of Redis's time. */
const CALLER_RUNS_MAX = 5;
const boundsOf = ({ limit, ratePerSecond }: Admitting) => [limit, ratePerSecond] as const;

/** Which queue, and how fast it may move now. */
interface QueueToMove {
  readonly eventSessionId: EventSessionId;
  readonly admitting: Admitting;
}

/** Gives the user a place, or the one they have. Null when the queue is full. Throws `unavailable` without Redis. */
export async function joinQueue(
  redis: RedisClient,
  queue: QueueToMove & { readonly userId: Id<"user">; readonly lengthMax: number },
): Promise<PlaceNow | null> {
  const newEpoch = randomBytes(12).toString("base64url");
  const args = [queue.userId, newEpoch, queue.lengthMax, ...boundsOf(queue.admitting)];
  const reply = await move(redis, queue.eventSessionId, (keys) => scripts.join(redis, ...keys, ...args));
  return reply[1] === "full" ? null : placeOf(reply as PlaceReply);
}

/** The place a token names; a waiting person keeps it by asking. Throws `unavailable` without Redis. */
export async function askPlace(
  redis: RedisClient,
  { eventSessionId, userId, epoch, number }: QueueClaims,
  admitting: Admitting,
): Promise<PlaceNow> {
  const args = [userId, epoch, number, ...boundsOf(admitting)];
  return placeOf(await move(redis, eventSessionId, (keys) => scripts.ask(redis, ...keys, ...args)));
}

/** The place a person has, without any change: looking neither gives nor keeps one. Throws `unavailable` without Redis. */
export async function lookAtPlace(
  redis: RedisClient,
  { eventSessionId, userId }: Pick<QueueClaims, "eventSessionId" | "userId">,
): Promise<PlaceNow> {
  return placeOf(await answered(scripts.look(redis, ...keysOf(eventSessionId), userId)));
}

/** Whether a token admits, without any change, in one command. Throws `unavailable` without Redis. */
export async function checkPlace(
  redis: RedisClient,
  { eventSessionId, userId, epoch, number }: QueueClaims,
): Promise<{ readonly state: PlaceState; readonly position: number }> {
  const reply = await answered(scripts.check(redis, ...keysOf(eventSessionId), userId, epoch, number));
  return { state: reply[1], position: reply[4] ?? 0 };
}

/** Gives the place up, waiting or admitted, and lets the next in. Returns whether there was one. */
export async function leaveQueue(
  redis: RedisClient,
  { eventSessionId, userId, epoch, number }: QueueClaims,
  admitting: Admitting,
): Promise<boolean> {
  const args = [userId, epoch, number, ...boundsOf(admitting)];
  const [more, left] = await answered(scripts.leave(redis, ...keysOf(eventSessionId), ...args));
  if (more) await advanceQueue(redis, { eventSessionId, admitting });
  return left === 1;
}

/** Takes used admissions away and lets the next in; users who are not admitted are passed over. */
export async function spendPlaces(
  redis: RedisClient,
  queue: QueueToMove & { readonly userIds: readonly Id<"user">[] },
): Promise<void> {
  const args = [...boundsOf(queue.admitting), ...queue.userIds];
  const [more] = await answered(scripts.spend(redis, ...keysOf(queue.eventSessionId), ...args));
  if (more) await advanceQueue(redis, queue);
}

/** Drops who is absent, ends admissions that ran out, lets the next in. Throws `unavailable` without Redis. */
export async function advanceQueue(
  redis: RedisClient,
  { eventSessionId, admitting }: QueueToMove,
): Promise<QueueNow> {
  const bounds = boundsOf(admitting);
  return queueOf(await move(redis, eventSessionId, (keys) => scripts.advance(redis, ...keys, ...bounds)));
}

/** Reads the status of a queue without moving it. Throws `unavailable` without Redis. */
export const countQueue = async (redis: RedisClient, id: EventSessionId): Promise<QueueNow> =>
  queueOf(await answered(scripts.count(redis, ...keysOf(id))));

const queueOf = ([, epoch, serving, waiting, admitted, issued, entries]: QueueReply): QueueNow => ({
  ...{ epoch, serving, waiting, admitted, issued, entries },
});

function placeOf([
  ,
  state,
  epoch = "",
  number = 0,
  position = 0,
  endsMs = 0,
  waiting = 0,
  admitted = 0,
  exits = "0",
  stayMs = "0",
]: PlaceReply): PlaceNow {
  const stays = { ended: Number(exits), totalSeconds: Number(stayMs) / 1000 };
  return { state, epoch, number, position, endsAt: new Date(endsMs), waiting, admitted, stays };
}

type Reply = readonly [more: number, ...unknown[]];

/**
 * A script looks at a bounded number of entries a run and says whether some are left. A caller waits for a bounded number
 * of runs: enough for the absent people of an ordinary queue, and never for a million of them.
 */
async function move<R extends Reply>(
  redis: RedisClient,
  id: EventSessionId,
  run: (keys: readonly string[]) => Promise<R>,
): Promise<R> {
  const keys = keysOf(id);
  for (let runs = 1; ; runs++) {
    const reply = await answered(run(keys));
    if (!reply[0]) return reply;
    if (runs < CALLER_RUNS_MAX) continue;
    sweepRest(redis, id);
    return reply;
  }
}

/** The queues that this process is sweeping while no one waits for it. */
const sweeping = singleton("queue-sweeps", () => new Set<EventSessionId>());

/** Sweeps what a caller left, once a process at a time. It lets no one in: an operator may stop that meanwhile. */
function sweepRest(redis: RedisClient, id: EventSessionId): void {
  if (sweeping.has(id)) return;
  sweeping.add(id);
  const sweep = async () => {
    while ((await answered(scripts.advance(redis, ...keysOf(id), 0, 0)))[0]);
  };
  // After a fault the next call begins it again.
  void sweep()
    .catch(() => {})
    .finally(() => sweeping.delete(id));
}

/** @throws `unavailable` when Redis is away, loading, full or failing over; a fault of a script stays one */
async function answered<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError || isScriptFault(error)) throw error;
    log.warn({ err: error, action: "queue", outcome: "unavailable" });
    throw platformErrors.unavailable({ part: "redis" });
  }
}

const isScriptFault = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof Error && /^(ERR|WRONGTYPE|NOPERM)\b/.test(error.message));
