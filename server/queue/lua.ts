import { ABSENCE_MS, ADMISSION_MS } from "./policy.ts";

/**
 * The queue's scripts. All keys of a queue share the hash tag of its event session, and each script is one change:
 *
 *   meta      hash   epoch, issued (the last number given), serving, entries (people let in, in all),
 *                    exits and stay_ms (how many who were in have gone of late, and how long all were in), and the
 *                    mark they are measured from
 *   waiting   zset   user → number
 *   kept      zset   waiting user → ms until which the place is kept
 *   places    hash   user → number, with ":expired" or ":spent" once an admission is over
 *   admitted  zset   user → ms at which the admission ends
 *   entered   zset   number → ms of entry, of the last second
 */
export const QUEUE_KEYS = ["meta", "waiting", "kept", "places", "admitted", "entered"] as const;

/** How many entries one run looks at: about a millisecond of Redis's time. The caller runs it again for the rest. */
const STEPS_MAX = 200;
/** Stays are measured in steps at least this long. */
const SAMPLE_MS = 1000;
/** What was measured this long ago counts half. */
const HALF_LIFE_MS = 5 * 60_000;
/** A queue that no one joined for this long is deleted. */
const FORGET_SECONDS = 7 * 24 * 3600;

const READS = `
local meta, waiting, kept, places, admitted, entered = unpack(KEYS)
local now = now_ms()
local more = 0

-- Returns state, number, position, end in ms. It does not rely on a sweep.
local function place_of(user)
  local number, why = string.match(redis.call("HGET", places, user) or "", "^(%d+):?(%a*)$")
  if not number then return "lost", 0, 0, 0 end
  number = tonumber(number)
  if why ~= "" then return why, number, 0, 0 end
  local ends = tonumber(redis.call("ZSCORE", admitted, user))
  if ends then return now < ends and "admitted" or "expired", number, 0, ends end
  ends = tonumber(redis.call("ZSCORE", kept, user))
  local rank = redis.call("ZRANK", waiting, user)
  if not ends or not rank or now >= ends then return "lost", number, 0, 0 end
  return "waiting", number, rank + 1, ends
end

local function figure()
  local epoch, serving, issued, entries = unpack(redis.call("HMGET", meta, "epoch", "serving", "issued", "entries"))
  return {more, epoch or "", tonumber(serving or 0), redis.call("ZCARD", waiting),
    redis.call("ZCOUNT", admitted, now + 1, "+inf"), tonumber(issued or 0), tonumber(entries or 0)}
end

local function is_epoch(epoch) return redis.call("HGET", meta, "epoch") == epoch end
`;

const MOVES = `
local function end_place(user, why)
  local number = string.match(redis.call("HGET", places, user) or "", "^%d+")
  redis.call("ZREM", waiting, user)
  redis.call("ZREM", kept, user)
  redis.call("ZREM", admitted, user)
  if why and number then redis.call("HSET", places, user, number .. ":" .. why)
  else redis.call("HDEL", places, user) end
end

local function sweep_one(deadlines, span, why)
  local over = redis.call("ZRANGEBYSCORE", deadlines, "-inf", now, "LIMIT", 0, ${STEPS_MAX})
  for _, user in ipairs(over) do end_place(user, why) end
  if #over == ${STEPS_MAX} then more = 1 end
  -- Only a clock that was set back leaves a deadline further away than its span: without this, people long gone
  -- would fill the queue until the clock has caught up.
  for _, user in ipairs(redis.call("ZRANGEBYSCORE", deadlines, now + span + 1, "+inf", "LIMIT", 0, ${STEPS_MAX})) do
    redis.call("ZADD", deadlines, now + span, user)
  end
end

local function sweep()
  sweep_one(admitted, ${ADMISSION_MS}, "expired")
  sweep_one(kept, ${ABSENCE_MS}, nil)
end

local function admit(user, number)
  local keeps = tonumber(redis.call("ZSCORE", kept, user))
  if not keeps or now >= keeps then end_place(user) return 0 end
  redis.call("ZREM", kept, user)
  redis.call("ZADD", admitted, now + ${ADMISSION_MS}, user)
  redis.call("ZADD", entered, now, number)
  return 1
end

-- Adds up how long people are in and how many of them go. No one is in for longer than an admission, however long
-- ago the queue was looked at last.
local function measure()
  local inside = redis.call("ZCARD", admitted)
  local mark_at, mark_inside, mark_gone, exits, stay_ms, entries =
    unpack(redis.call("HMGET", meta, "mark_at", "mark_inside", "mark_gone", "exits", "stay_ms", "entries"))
  local gone = (entries or 0) - inside
  local elapsed = mark_at and now - mark_at or -1
  if elapsed >= 0 and elapsed < ${SAMPLE_MS} then return end
  if elapsed > 0 then
    local kept_share = 0.5 ^ (elapsed / ${HALF_LIFE_MS})
    exits = (exits or 0) * kept_share + math.max(0, gone - mark_gone)
    stay_ms = (stay_ms or 0) * kept_share + mark_inside * math.min(elapsed, ${ADMISSION_MS})
    redis.call("HSET", meta, "exits", string.format("%.4f", exits), "stay_ms", string.format("%.0f", stay_ms))
  end
  redis.call("HSET", meta, "mark_at", now, "mark_inside", inside, "mark_gone", gone)
end

-- Lets in as many as both bounds allow, in order of number. The rate is counted over the last second exactly.
local function let_in(limit, rate)
  redis.call("ZREMRANGEBYSCORE", entered, "-inf", now - 1000)
  redis.call("ZREMRANGEBYSCORE", entered, now + 1, "+inf")
  local free = math.min(limit - redis.call("ZCOUNT", admitted, now + 1, "+inf"), rate - redis.call("ZCARD", entered))
  local steps, admissions = ${STEPS_MAX}, 0
  while free > admissions and steps > 0 do
    local head = redis.call("ZPOPMIN", waiting, math.min(free - admissions, steps))
    if #head == 0 then break end
    for i = 1, #head, 2 do admissions = admissions + admit(head[i], head[i + 1]) end
    redis.call("HSET", meta, "serving", head[#head])
    steps = steps - #head / 2
  end
  if free > admissions and steps == 0 then more = 1 end
  if admissions > 0 then
    redis.call("HINCRBY", meta, "entries", admissions)
    redis.call("EXPIRE", admitted, ${FORGET_SECONDS})
    redis.call("EXPIRE", entered, ${FORGET_SECONDS})
  end
  measure()
end

local function place(user)
  local state, number, position, ends = place_of(user)
  local epoch, exits, stay_ms = unpack(redis.call("HMGET", meta, "epoch", "exits", "stay_ms"))
  return {more, state, epoch or "", number, position, ends, redis.call("ZCARD", waiting),
    redis.call("ZCOUNT", admitted, now + 1, "+inf"), exits or "0", stay_ms or "0"}
end
`;

/** ARGV user, epoch for a new queue, longest length, limit, rate. */
export const JOIN = `${READS}${MOVES}
local user, epoch = ARGV[1], ARGV[2]
if redis.call("HSETNX", meta, "epoch", epoch) == 1 then
  redis.call("DEL", waiting, kept, places, admitted, entered)
end
sweep()
local state = place_of(user)
if state ~= "waiting" and state ~= "admitted" then
  -- Not the size of the sets: absent people who were not swept yet do not count towards a full queue.
  local length = redis.call("ZCOUNT", kept, now + 1, "+inf") + redis.call("ZCOUNT", admitted, now + 1, "+inf")
  if length >= tonumber(ARGV[3]) then return {more, "full"} end
  end_place(user)
  local number = redis.call("HINCRBY", meta, "issued", 1)
  redis.call("HSET", places, user, number)
  redis.call("ZADD", waiting, number, user)
end
if state ~= "admitted" then redis.call("ZADD", kept, now + ${ABSENCE_MS}, user) end
for _, key in ipairs(KEYS) do redis.call("EXPIRE", key, ${FORGET_SECONDS}) end
let_in(tonumber(ARGV[4]), tonumber(ARGV[5]))
return place(user)
`;

/** ARGV user, epoch, number, limit, rate. A waiting person who asks keeps the place. */
export const ASK = `${READS}${MOVES}
local user = ARGV[1]
if not is_epoch(ARGV[2]) then return {more, "restarted"} end
sweep()
local state, number = place_of(user)
if number ~= tonumber(ARGV[3]) then return {more, "lost"} end
if state == "waiting" then redis.call("ZADD", kept, now + ${ABSENCE_MS}, user) end
let_in(tonumber(ARGV[4]), tonumber(ARGV[5]))
return place(user)
`;

/** ARGV user. The place that a person has, without any change: looking gives none and keeps none. */
export const LOOK = `${READS}
local state, number, position, ends = place_of(ARGV[1])
return {more, state, redis.call("HGET", meta, "epoch") or "", number, position, ends}
`;

/** ARGV user, epoch, number. Changes nothing: it is asked before every hold. */
export const CHECK = `${READS}
if not is_epoch(ARGV[2]) then return {more, "restarted"} end
local state, number, position = place_of(ARGV[1])
if number ~= tonumber(ARGV[3]) then return {more, "lost"} end
return {more, state, ARGV[2], number, position}
`;

/** ARGV user, epoch, number, limit, rate. Returns 1 where there was a place to give up. */
export const LEAVE = `${READS}${MOVES}
if not is_epoch(ARGV[2]) then return {more, 0} end
local state, number = place_of(ARGV[1])
if number ~= tonumber(ARGV[3]) or state ~= "waiting" and state ~= "admitted" then return {more, 0} end
end_place(ARGV[1])
sweep()
let_in(tonumber(ARGV[4]), tonumber(ARGV[5]))
return {more, 1}
`;

/** ARGV limit, rate, then the users whose admissions were used. */
export const SPEND = `${READS}${MOVES}
for i = 3, #ARGV do
  if place_of(ARGV[i]) == "admitted" then end_place(ARGV[i], "spent") end
end
sweep()
let_in(tonumber(ARGV[1]), tonumber(ARGV[2]))
return figure()
`;

/** ARGV limit, rate. Moves a queue that exists, and returns its status. */
export const ADVANCE = `${READS}${MOVES}
if redis.call("EXISTS", meta) == 1 then
  sweep()
  let_in(tonumber(ARGV[1]), tonumber(ARGV[2]))
end
return figure()
`;

/** Reads the status of a queue without a change. */
export const COUNT = `${READS} return figure()`;
