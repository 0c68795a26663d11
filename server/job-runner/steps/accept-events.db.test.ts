import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { jobRuns } from "#db/schema/driver.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { advanceRun } from "../jobs/advance-run.ts";
import type { FunctionConfig } from "../protocol.ts";
import { acceptEvents } from "./accept-events.ts";

const ctx = systemContext("test");
const functionOf = (id: string, ...triggers: FunctionConfig["triggers"]): FunctionConfig => ({
  ...{ id, triggers, steps: { step: {} } },
});
const accept = (functions: FunctionConfig[], ...events: { name: string; data: Record<string, unknown> }[]) =>
  inTransaction(ctx, (tx) => acceptEvents(tx, functions, events));

it("begins what an event triggers, by name and by one equality", async () => {
  const expression = "event.data.function_id == 'a'";
  const functions = [
    functionOf("named", { event: "failed" }),
    functionOf("of a", { event: "failed", expression }),
    functionOf("other", { event: "x" }),
  ];
  await accept(
    functions,
    { name: "failed", data: { function_id: "a" } },
    { name: "failed", data: { function_id: "b" } },
  );
  const rows = await db.select({ id: jobRuns.functionId }).from(jobRuns);
  const begun = rows.map(({ id }) => id).filter((id) => functions.some((config) => config.id === id));
  expect(begun.sort()).toEqual(["named", "named", "of a"]);
});

it("says so where a condition is more than it understands, instead of guessing", async () => {
  const odd = functionOf("odd", { event: "x", expression: "event.data.n > 3" });
  await expect(accept([odd], { name: "x", data: { n: 4 } })).rejects.toThrow("cannot tell");
});

it("leaves a run alone whose function this app does not have", async () => {
  await accept([functionOf("gone", { event: "y" })], { name: "y", data: {} });
  const before = await db.select().from(jobRuns);
  const run = before.find(({ functionId }) => functionId === "gone");
  const ask = async () => {
    throw new Error("nobody is to be asked");
  };
  const app = { ask, url: "http://app.invalid", signingKey: "signkey-test-ab" };
  await advanceRun(ctx, { functions: [], app }, run as never);
  expect(await db.select().from(jobRuns)).toEqual(before);
});
