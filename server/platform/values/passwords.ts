import { availableParallelism } from "node:os";
import { hash, parseOptions, verify } from "@node-rs/argon2";
import { singleton } from "../concurrency/singleton.ts";
import { env } from "../config/env.ts";
import { platformErrors } from "../operation/errors.ts";

/** OWASP's second choice for argon2id, which is the library's default algorithm. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash to store for a new password. Throws `unavailable` (503) when too many wait for theirs. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize("NFC"), PARAMETERS));

/** The result of a check; `outdated` if the password is right and a new hash has to be stored. */
export type PasswordMatch = "wrong" | "right" | "outdated";

/**
 * Whether the password is the account's. Without an account the same work is done on a hash that no password matches, so
 * the answer takes as long. Throws `unavailable` (503) when too many wait for theirs.
 * @param passwordHash - undefined where there is no such account
 */
export async function matchPassword(
  password: string,
  passwordHash: string | undefined,
): Promise<PasswordMatch> {
  const composed = password.normalize("NFC");
  // Old hashes were made of the text as the keyboard sent it, composed or decomposed.
  for (const form of new Set([composed, password, password.normalize("NFD")])) {
    const matches = await inTurn(() => verify(passwordHash ?? UNMATCHED_HASH, form));
    if (matches && passwordHash !== undefined)
      return form === composed && !isWeak(passwordHash) ? "right" : "outdated";
  }
  return "wrong";
}

/** Whether a hash was made with weaker parameters than today's. */
function isWeak(passwordHash: string): boolean {
  const { memoryCost, timeCost } = parseOptions(passwordHash);
  return memoryCost < PARAMETERS.memoryCost || timeCost < PARAMETERS.timeCost;
}

/** A hash that no password matches: it was made of 48 random bytes that were thrown away. */
export const UNMATCHED_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$qPWz0S0lI4FC5khs5zKzIg$hYJhGGELy8ROGODzSaYXCm7J/PEfwIImBIqFYMTcHu4";

/** How many run at a time in a process: one for each core over all processes of the machine. */
const runningMax = () =>
  Math.max(1, Math.floor(availableParallelism() / (env.WEB_CONCURRENCY ?? availableParallelism())));

/** A few seconds of work. A request that comes while so many wait is refused. */
const WAITING_MAX = 128;

const queue = singleton("password-queue", () => ({ running: 0, waiting: [] as (() => void)[] }));

/**
 * Each computation takes a core for tens of milliseconds and 19 MiB. A flood of logins waits in its own queue and leaves
 * the rest of the machine to buyers.
 */
async function inTurn<T>(compute: () => Promise<T>): Promise<T> {
  if (queue.running < runningMax()) queue.running += 1;
  else if (queue.waiting.length < WAITING_MAX)
    await new Promise<void>((myTurn) => void queue.waiting.push(myTurn));
  else throw platformErrors.unavailable();
  try {
    return await compute();
  } finally {
    const next = queue.waiting.shift();
    if (next) next();
    else queue.running -= 1;
  }
}
