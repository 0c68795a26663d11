import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { jobRuns } from "#db/schema/job-runner.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import type { FunctionConfig } from "../gateways/inngest.ts";
import { executeRun } from "../jobs/execute-run.ts";
import { acceptEvents } from "./accept-events.ts";

const ctx = systemContext("test");
const functionOf = (id: string, ...triggers: FunctionConfig["triggers"]): FunctionConfig => ({
  ...{ id, triggers, steps: { step: {} } },
});
const accept = (functions: FunctionConfig[], ...events: { name: string; data: Record<string, unknown> }[]) =>
  inTransaction(ctx, (tx) => acceptEvents(tx, functions, events));

it("starts what an event triggers by its name", async () => {
  const functions = [functionOf("named", { event: "failed" }), functionOf("other", { event: "x" })];
  await accept(functions, { name: "failed", data: { a: 1 } }, { name: "failed", data: { a: 2 } });
  const rows = await db.select({ id: jobRuns.functionId }).from(jobRuns);
  const begun = rows.map(({ id }) => id).filter((id) => functions.some((config) => config.id === id));
  expect(begun.sort()).toEqual(["named", "named"]);
});

it("leaves a run alone whose function this app does not have", async () => {
  await accept([functionOf("gone", { event: "y" })], { name: "y", data: {} });
  const before = await db.select().from(jobRuns);
  const run = before.find(({ functionId }) => functionId === "gone");
  const ask = async () => {
    throw new Error("the app is not to be asked");
  };
  const app = { ask, url: "http://app.invalid", signingKey: "signkey-test-ab" };
  await executeRun(ctx, { functions: [], app }, run as never);
  expect(await db.select().from(jobRuns)).toEqual(before);
});
