import { listingRevision } from "../catalog/listing.store.ts";
import { createKeptAnswers } from "../platform/concurrency/kept-answers.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import { approximateNow } from "../platform/database/clock.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { findNextChange } from "./store.ts";

/** How long an answer is kept at most: so long a page is old where a writer died right after its commit. */
const KEPT_MS = 60_000;
/** Different questions whose answers a process keeps. */
const QUESTIONS_MAX = 500;

const emptyAnswers = () => createKeptAnswers<unknown>(QUESTIONS_MAX);
const kept = singleton("shop-answers", () => ({
  revision: "",
  until: 0,
  answers: emptyAnswers(),
  ready: Promise.resolve(),
}));

/**
 * The answer to a question about the shop's lists, asked of Postgres once a process as long as nothing changes: no event,
 * no sale that sells out or has tickets again, and no sale that opens or ends by the clock.
 * @param ask - reads the answer as of `now`
 */
export async function keptAnswer<T>(
  ctx: AppContext,
  question: string,
  ask: (now: Date) => Promise<T>,
): Promise<T> {
  const now = await approximateNow(ctx.db);
  const revision = await listingRevision(ctx);
  if (revision === undefined) return ask(now);
  if (kept.revision !== revision || now.getTime() >= kept.until) keepFrom(ctx, revision, now);
  const { answers, ready } = kept;
  await ready;
  return answers(question, () => ask(now)) as Promise<T>;
}

/** Begins to keep answers that are right until the clock or a writer changes something. */
function keepFrom(ctx: AppContext, revision: string, now: Date): void {
  const answers = emptyAnswers();
  const until = now.getTime() + KEPT_MS;
  const ready = findNextChange(ctx, now).then(
    (change) => {
      if (kept.answers === answers && change) kept.until = Math.min(until, change.getTime());
    },
    () => {
      // Without the moment of the next change nothing can be kept.
      if (kept.answers === answers) kept.until = 0;
    },
  );
  Object.assign(kept, { revision, until, answers, ready });
}
