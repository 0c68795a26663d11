import type { DriverEvent, Memo, Progress } from "./contract.ts";
import type { Answer, Call, FunctionConfig, Op } from "./protocol.ts";

/** Until a failed step or function is tried again: the table of Inngest's own server. */
const BACKOFF_SECONDS = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200];

/** A run of this function begins with this event. The only condition known is equality with a text. */
export function isTriggeredBy(config: FunctionConfig, { name, data }: DriverEvent): boolean {
  return config.triggers.some(({ event, expression }) => {
    if (event !== name) return false;
    if (!expression) return true;
    const [, field = "", wanted] = /^event\.data\.(\w+) == '([^']*)'$/.exec(expression) ?? [];
    if (wanted === undefined) throw new Error(`the embedded driver cannot tell whether ${expression}`);
    return data[field] === wanted;
  });
}

/** What was written before the clock was set back waits as long as it still had to: its times go back with the clock. */
export function setBack(progress: Progress, savedAt: Date, now: Date): Progress {
  const aheadMs = savedAt.getTime() - now.getTime();
  if (aheadMs <= 0) return progress;
  const earlier = (at: Date) => new Date(at.getTime() - aheadMs);
  const pending = Object.entries(progress.pending).map(([id, step]) => [
    id,
    { ...step, dueAt: earlier(new Date(step.dueAt)).toISOString() },
  ]);
  return { ...progress, dueAt: earlier(progress.dueAt), pending: Object.fromEntries(pending) };
}

/** Sleeps that are over become memos. */
export function wake(progress: Progress, now: Date): Progress {
  const over = Object.entries(progress.pending).filter(
    ([, step]) => step.kind === "sleep" && new Date(step.dueAt) <= now,
  );
  return over.reduce((current, [id]) => remember(current, id, null), progress);
}

/** What is to be asked of the app now: steps that were planned, or, where none is left, what comes next. */
export function callsOf(progress: Progress, now: Date): Call[] {
  const pending = Object.entries(progress.pending);
  if (pending.length === 0) return [{ attempt: progress.attempt }];
  return pending
    .filter(([, { kind, dueAt }]) => kind === "step" && new Date(dueAt) <= now)
    .map(([stepId, { attempt }]) => ({ stepId, attempt }));
}

/** What the app's answer makes of a run. */
export function take(progress: Progress, call: Call, answer: Answer, now: Date, retries: number): Progress {
  if (answer.kind === "done") return { ...progress, end: { outcome: "completed" } };
  if (answer.kind === "ops")
    return answer.ops.reduce((current, op) => takeOp(current, call, op, answer.retryInMs, now), progress);
  if (!answer.retryable || call.attempt >= retries)
    return { ...progress, end: { outcome: "failed", error: answer.error } };
  return tryAgain(progress, call, retryAt(now, call, answer.retryInMs));
}

function takeOp(progress: Progress, call: Call, op: Op, retryInMs: number | undefined, now: Date): Progress {
  switch (op.op) {
    case "StepRun":
    case "Step":
      return remember(progress, op.id, { data: op.data ?? null });
    case "StepFailed":
      return remember(progress, op.id, { error: op.error });
    case "StepError":
      return tryAgain(progress, call, retryAt(now, call, retryInMs));
    // The SDK told the server of its steps itself, and this is what the function came to.
    case "RunComplete":
      return { ...progress, end: { outcome: "completed" } };
    case "StepPlanned":
      return plan(progress, op.id, "step", now);
    case "Sleep":
      return plan(progress, op.id, "sleep", wakeTime(op.name, now));
    default:
      throw new Error(`the embedded driver does not know the step "${op.op}"`);
  }
}

/** A success ends the failures in a row. */
function remember(progress: Progress, id: string, memo: Memo): Progress {
  const { [id]: _, ...pending } = progress.pending;
  const known = id in progress.steps;
  return {
    ...progress,
    pending,
    attempt: 0,
    steps: { ...progress.steps, [id]: memo },
    stack: known ? progress.stack : [...progress.stack, id],
  };
}

function tryAgain(progress: Progress, { stepId, attempt }: Call, at: Date): Progress {
  if (stepId === undefined) return { ...progress, attempt: attempt + 1, dueAt: at };
  const step = { kind: "step", attempt: attempt + 1, dueAt: at.toISOString() } as const;
  return { ...progress, pending: { ...progress.pending, [stepId]: step } };
}

/** A step that is planned already is reported again each time; it keeps its place. */
const plan = (progress: Progress, id: string, kind: "step" | "sleep", at: Date): Progress =>
  id in progress.pending
    ? progress
    : {
        ...progress,
        attempt: 0,
        pending: { ...progress.pending, [id]: { kind, attempt: 0, dueAt: at.toISOString() } },
      };

function retryAt(now: Date, { attempt }: Call, askedMs: number | undefined): Date {
  const seconds = BACKOFF_SECONDS[Math.min(attempt, BACKOFF_SECONDS.length - 1)] ?? 0;
  return new Date(now.getTime() + (askedMs ?? seconds * 1000));
}

/** When a run has something to do next. */
export function nextDue(progress: Progress, now: Date): Date {
  const times = Object.values(progress.pending).map(({ dueAt }) => new Date(dueAt).getTime());
  if (times.length > 0) return new Date(Math.min(...times));
  return progress.attempt > 0 ? progress.dueAt : now;
}

const UNIT_SECONDS = { w: 604_800, d: 86_400, h: 3600, m: 60, s: 1 } as const;

/** `1h30m` from now, or a moment in ISO 8601. */
export function wakeTime(name: string, now: Date): Date {
  const parts = [...name.matchAll(/(\d+)([wdhms])/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== name) return momentOf(name);
  const seconds = parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNIT_SECONDS[unit as keyof typeof UNIT_SECONDS],
    0,
  );
  return new Date(now.getTime() + seconds * 1000);
}

function momentOf(name: string): Date {
  const at = new Date(name);
  if (Number.isNaN(at.getTime())) throw new Error(`the embedded driver cannot tell how long "${name}" is`);
  return at;
}
