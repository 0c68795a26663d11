import { defineScript } from "../platform/redis/script.ts";
import { type LoginSessionState, loginSessionMachine } from "./machine.ts";
import {
  AUTHORITY_CHANNEL,
  ENDED_KEPT_SECONDS,
  KNOWN_NETWORK_SECONDS,
  KNOWN_NETWORKS_MAX,
  STRANGERS_GUESSES_FREE,
  STRANGERS_PAUSE_SECONDS,
  STRANGERS_TURN_MS_MAX,
  STRANGERS_WAIT_MS_MAX,
} from "./policy.ts";

/** `{ ACTIVE = { SUSPENDED = true }, … }`: for each state those that may move to it, from the machine itself. */
const sources = loginSessionMachine.states.map((to) => {
  const from = loginSessionMachine.sources(to).map((state) => `${state} = true`);
  return `${to} = { ${from.join(", ")} }`;
});
const isEnd = loginSessionMachine.states.filter(loginSessionMachine.isEnd).map((state) => `${state} = true`);

/**
 * What the scripts share. `tell`: every process checks the open calls of the login session.
 * `status_of`: a login session past its end counts as EXPIRED even if its hash says otherwise.
 * `move`: the compare-and-set through which every change of status goes.
 */
const MACHINE = `
local sources = { ${sources.join(", ")} }
local is_end = { ${isEnd.join(", ")} }
local now = now_ms()

local function tell(key) redis.call("PUBLISH", "${AUTHORITY_CHANNEL}", key) end

local function set_role(key, role)
  if redis.call("HGET", key, "role") == role then return end
  redis.call("HSET", key, "role", role)
  tell(key)
end

local function status_of(key)
  local kept = redis.call("HMGET", key, "status", "endsAt")
  local status, ends_at = kept[1], tonumber(kept[2])
  if status and sources.EXPIRED[status] and (not ends_at or ends_at <= now) then return "EXPIRED", status end
  return status, status
end

local function move(key, to, reason)
  local status, kept = status_of(key)
  if not status then return { "missing" } end
  if kept == to then return { "same", to } end
  local from = to == "EXPIRED" and kept or status
  if not sources[to][from] then return { "illegal", from } end
  redis.call("HSET", key, "status", to, "updatedAt", now, "reason", reason)
  if is_end[to] then redis.call("PEXPIRE", key, ${ENDED_KEPT_SECONDS * 1000}) end
  tell(key)
  return { "moved", from }
end
`;

/** KEYS login session. ARGV idle limit ms, absolute limit ms, then the fields of the hash with their values. */
export const openScript = defineScript<"OK">(
  "authOpenLoginSession",
  1,
  `${MACHINE}
local ends_at = now + math.min(tonumber(ARGV[1]), tonumber(ARGV[2]))
redis.call("HSET", KEYS[1], "createdAt", now, "updatedAt", now, "lastSeenAt", now, "endsAt", ends_at,
  "endsAtLatest", now + tonumber(ARGV[2]), unpack(ARGV, 3))
redis.call("PEXPIRE", KEYS[1], ends_at - now + ${ENDED_KEPT_SECONDS * 1000})
return "OK"`,
);

export type MoveAnswer =
  | readonly ["missing"]
  | readonly ["same" | "illegal" | "moved", state: LoginSessionState];

/** KEYS login session. ARGV to, reason. */
export const moveScript = defineScript<MoveAnswer>(
  "authMoveLoginSession",
  1,
  `${MACHINE}
return move(KEYS[1], ARGV[1], ARGV[2])`,
);

export type RotateAnswer =
  | readonly ["rotated" | "repeated", livesMs: number]
  /** The state it was in before; undefined where it was no longer there. */
  | readonly ["expired" | "reused", from: LoginSessionState]
  | readonly ["refused", state: LoginSessionState | null];

/**
 * KEYS login session. ARGV hash of the token presented, hash of the next, idle limit ms, grace ms, role.
 * The current token rotates. The previous one, within the grace time, gets the answer of its first use again. Any other
 * was used before, so two clients have it, and the thief cannot be told from the owner.
 */
export const rotateScript = defineScript<RotateAnswer>(
  "authRotateRefreshToken",
  1,
  `${MACHINE}
local key, presented, next_hash = KEYS[1], ARGV[1], ARGV[2]
local status, kept = status_of(key)
if status == "EXPIRED" and kept ~= "EXPIRED" then
  move(key, "EXPIRED", "unused_too_long")
  return { "expired", kept }
end
if not status or is_end[status] then return { "refused", status } end

local fields = redis.call("HMGET", key, "refreshHash", "previousHash", "rotatedAt", "endsAt", "endsAtLatest")
local in_force = presented == fields[1]
local repeated = presented == fields[2] and now - tonumber(fields[3]) <= tonumber(ARGV[4])
if not in_force and not repeated then
  move(key, "REVOKED", "refresh_token_reused")
  return { "reused", status }
end
if status ~= "ACTIVE" then return { "refused", status } end
if repeated then return { "repeated", tonumber(fields[4]) - now } end

local ends_at = math.min(now + tonumber(ARGV[3]), tonumber(fields[5]))
redis.call("HSET", key, "refreshHash", next_hash, "previousHash", presented, "rotatedAt", now,
  "lastSeenAt", now, "endsAt", ends_at)
set_role(key, ARGV[5])
redis.call("PEXPIRE", key, ends_at - now + ${ENDED_KEPT_SECONDS * 1000})
return { "rotated", ends_at - now }`,
);

/** KEYS login session. ARGV role. A login session that is gone stays gone. */
export const setRoleScript = defineScript<"OK">(
  "authSetRole",
  1,
  `${MACHINE}
if redis.call("EXISTS", KEYS[1]) == 1 then set_role(KEYS[1], ARGV[1]) end
return "OK"`,
);

/** KEYS login session. ARGV when its second factor was given, in ms, or nothing. One that is gone stays gone. */
export const proveScript = defineScript<"OK">(
  "authProve",
  1,
  `${MACHINE}
if redis.call("EXISTS", KEYS[1]) == 1 then
  redis.call("HSET", KEYS[1], "provedAt", ARGV[1])
  tell(KEYS[1])
end
return "OK"`,
);

export type TurnAnswer = readonly ["wait" | "refused", ms: number];

/**
 * KEYS an account's guesses, its known networks. ARGV network. Counts a guess and gives its turn. A guess from a known
 * network does not wait, so that an attacker's guesses cannot keep the owner out.
 */
export const turnScript = defineScript<TurnAnswer>(
  "authTakeTurn",
  2,
  `
local now = now_ms()
local known = tonumber(redis.call("ZSCORE", KEYS[2], ARGV[1]))
if known and known > now - ${KNOWN_NETWORK_SECONDS * 1000} then return { "wait", 0 } end
local kept = redis.call("HMGET", KEYS[1], "guesses", "nextAt")
local over, next_at = (tonumber(kept[1]) or 0) - ${STRANGERS_GUESSES_FREE}, tonumber(kept[2]) or 0
local wait = 0
if over >= 0 then
  wait = math.max(0, next_at - now)
  if wait > ${STRANGERS_WAIT_MS_MAX} then return { "refused", wait } end
  local gap = math.min(${STRANGERS_TURN_MS_MAX}, 1000 * 2 ^ math.min(over, 10))
  redis.call("HSET", KEYS[1], "nextAt", string.format("%.0f", math.max(now, next_at) + gap))
end
redis.call("HINCRBY", KEYS[1], "guesses", 1)
redis.call("EXPIRE", KEYS[1], ${STRANGERS_PAUSE_SECONDS})
return { "wait", wait }`,
);

/** KEYS an account's guesses, its known networks. ARGV network. The password was right: it was no guess. */
export const knownScript = defineScript<number>(
  "authKnowNetwork",
  2,
  `
if (tonumber(redis.call("HGET", KEYS[1], "guesses")) or 0) > 0 then redis.call("HINCRBY", KEYS[1], "guesses", -1) end
redis.call("ZADD", KEYS[2], now_ms(), ARGV[1])
redis.call("ZREMRANGEBYRANK", KEYS[2], 0, ${-KNOWN_NETWORKS_MAX - 1})
return redis.call("EXPIRE", KEYS[2], ${KNOWN_NETWORK_SECONDS})`,
);
