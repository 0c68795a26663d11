import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { jobRunners } from "#db/schema/job-runner.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { systemContext } from "../platform/operation/context.ts";
import { clock } from "../testing/clock.ts";
import { runnerFault, runnerName } from "./queries.ts";
import { expectRunner, recordRunner } from "./store.ts";

const ctx = systemContext("test");
const expectIt = () => inTransaction(ctx, (tx) => expectRunner(tx, runnerName()));

it("is expected to work from the first time on, and is at fault once it was not seen to", async () => {
  expect(await runnerFault(ctx)).toBeUndefined();
  await expectIt();
  await clock.move(60);
  await expectIt();
  expect(await db.$count(jobRunners)).toBe(1);
  expect(await runnerFault(ctx)).toEqual({ fault: "away", cause: "" });
  await recordRunner(ctx, "embedded", { fault: "unknown", cause: "no functions" });
  expect(await runnerFault(ctx)).toEqual({ fault: "unknown", cause: "no functions" });
  await recordRunner(ctx, "embedded");
  expect(await runnerFault(ctx)).toBeUndefined();
});
