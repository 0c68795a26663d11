import { singleton } from "../concurrency/singleton.ts";
import { createTurns } from "../concurrency/turns.ts";
import type { AppContext } from "./context.ts";
import { platformErrors } from "./errors.ts";

/** Calls that wait or are being done in one process, and how many of them one caller has. Each takes up to a second. */
const [WAITING_MAX, EACH_MAX, WAIT_SECONDS] = [24, 8, 5];

const turns = () =>
  singleton("heavy-turns", () =>
    createTurns({
      most: WAITING_MAX,
      eachMax: EACH_MAX,
      refuse: () => platformErrors.unavailable({}, { retryAfterSeconds: WAIT_SECONDS }),
    }),
  );

/**
 * Does one heavy call after the other in this process, and serves everyone else between them: many at once would keep the
 * event loop from all other calls for as long as they take together.
 * @throws `unavailable` (503) where too many wait, or too many of this caller
 */
export const inTurn = <T>({ actor, ip = "" }: AppContext, work: () => Promise<T>): Promise<T> =>
  turns().run(actor.kind === "user" ? actor.userId : ip, work);
