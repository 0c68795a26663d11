import { randomUUID } from "node:crypto";
import { singleton } from "../concurrency/singleton.ts";
import { env } from "../config/env.ts";
import { type Family, mergeFamilies } from "./families.ts";
import { ownFamilies } from "./registry.ts";
import { ANSWER_MS, isMetricsMessage, type MetricsMessage, type Told } from "./relay.ts";

/** How many processes an answer should have the counts of, and how many it has. */
export const WORKERS = {
  name: "app_workers",
  help: "App processes of this start: those that run, and those whose counts this answer has.",
  type: "gauge",
  labelNames: ["state"],
} as const;

/** A question that waits for the other processes. */
interface Question {
  readonly told: Told[];
  count: number | undefined;
  readonly done: PromiseWithResolvers<void>;
}

const questions = singleton("metrics-questions", () => new Map<string, Question>());

/** Answers the questions of other processes, and takes their answers, for as long as this process lives. */
export const joinRelay = (): void =>
  singleton("metrics-relay", () => {
    if (process.send) process.on("message", (message) => void take(message));
  });

async function take(message: unknown): Promise<void> {
  if (!isMetricsMessage(message)) return;
  if (message.metrics === "ask") return tell({ metrics: "told", id: message.id, told: await tellOwn() });
  const question = questions.get(message.id);
  if (!question) return;
  if (message.metrics === "asked") question.count = message.count;
  else question.told.push(message.told);
  if (question.told.length === question.count) question.done.resolve();
}

/** A launcher that is gone takes nothing any more. */
const tell = (message: MetricsMessage): void => void (process.connected && process.send?.(message, () => {}));

const tellOwn = async (): Promise<Told> => ({
  worker: String(env.SEONCHAK_WORKER ?? 1),
  families: await ownFamilies(),
});

/**
 * What the processes of this start have counted, each sample with the label `worker`. A process that does not answer
 * within two seconds is missing; `app_workers` says so.
 */
export async function workerFamilies(): Promise<Family[]> {
  const [own, { told, count }] = await Promise.all([tellOwn(), askOthers()]);
  const all = [own, ...told];
  const labelled = all.flatMap(({ worker, families }) =>
    families.map((family) => ({
      ...family,
      samples: family.samples.map((sample) => ({ ...sample, labels: { ...sample.labels, worker } })),
    })),
  );
  const { name, help, type } = WORKERS;
  const samples = [
    { name, labels: { state: "running" }, value: 1 + count },
    { name, labels: { state: "answering" }, value: all.length },
  ];
  return mergeFamilies([...labelled, { name, help, type, samples }]);
}

async function askOthers(): Promise<{ readonly told: readonly Told[]; readonly count: number }> {
  if (!process.connected || env.SEONCHAK_WORKER === undefined) return { told: [], count: 0 };
  const id = randomUUID();
  const question: Question = { told: [], count: undefined, done: Promise.withResolvers() };
  questions.set(id, question);
  const over = setTimeout(question.done.resolve, ANSWER_MS);
  tell({ metrics: "ask", id });
  await question.done.promise;
  clearTimeout(over);
  questions.delete(id);
  return { told: question.told, count: question.count ?? question.told.length };
}
