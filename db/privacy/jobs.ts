import { healthChanges, healthChecks } from "../schema/health.ts";
import { jobCrons, jobEvents, jobRunners, jobRuns } from "../schema/job-runner.ts";
import { jobHeartbeats } from "../schema/platform.ts";
import { sandboxReceived, sandboxReceiver } from "../schema/sandbox.ts";
import { use } from "./declare.ts";

/** The tables of jobs, health and the sandbox. */
export const jobs = [
  use(healthChecks, {
    purpose: "How each part of the shop is.",
    kept: "operation",
    owners: [],
    columns: {
      name: "Which part.",
      state: "How it is.",
      since: "Since when.",
      cause: "Why.",
      seen: "What was seen last.",
      seenSince: "Since when that is seen.",
      lookedAt: "When it was looked at.",
    },
  }),
  use(healthChanges, {
    purpose: "How the health of the shop changed.",
    kept: "health",
    owners: [],
    columns: {
      seq: "The order of changes.",
      name: "Which part.",
      fromState: "How it was.",
      toState: "How it became.",
      cause: "Why.",
      at: "When.",
    },
  }),
  use(jobHeartbeats, {
    purpose: "Seeing that jobs run.",
    kept: "operation",
    owners: [],
    columns: {
      name: "Which job.",
      lastOkAt: "When it last ended well.",
      failures: "How often it has failed since.",
      lastFailure: "Why.",
    },
  }),
  use(jobEvents, {
    purpose: "Taking an event in once.",
    kept: "runs",
    owners: [],
    columns: { id: "Names the event.", receivedAt: "When it came." },
  }),
  use(jobRuns, {
    purpose: "Runs of jobs by the embedded job runner.",
    kept: "runs",
    owners: [],
    columns: {
      id: "Names the run.",
      functionId: "Which job.",
      event: "What began it, by ids.",
      attempt: "How often it failed.",
      dueAt: "When it runs.",
      savedAt: "When it was written.",
      claims: "Refusing a runner of before.",
      leasedUntil: "Until when a runner has it.",
      endedAt: "When it ended.",
      outcome: "How it ended.",
      error: "Why it failed.",
      createdAt: "When it was asked for.",
    },
  }),
  use(jobCrons, {
    purpose: "When each repeated job runs next.",
    kept: "operation",
    owners: [],
    columns: { functionId: "Which job.", cron: "How often.", nextAt: "When.", setAt: "When that was found." },
  }),
  use(jobRunners, {
    purpose: "Whether something runs the jobs.",
    kept: "operation",
    owners: [],
    columns: {
      name: "Which runner.",
      wellAt: "When it last worked.",
      fault: "What is wrong.",
      cause: "Why.",
    },
  }),
  use(sandboxReceiver, {
    purpose: "How the sandbox's data platform behaves.",
    kept: "operation",
    owners: [],
    columns: { id: "The one row.", mode: "How it behaves." },
  }),
  use(sandboxReceived, {
    purpose: "What came to the sandbox's data platform, in a shop that tries things out.",
    kept: "operation",
    owners: [],
    columns: {
      seq: "The order of arrival.",
      messageId: "Seeing duplicates.",
      type: "What it is.",
      body: "What came: ids, amounts and times.",
      mode: "How it was received.",
      taken: "Whether it was taken in.",
      duplicate: "Whether it had come before.",
      receivedAt: "When.",
    },
  }),
];
