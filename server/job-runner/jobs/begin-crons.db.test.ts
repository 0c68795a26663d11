import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { jobCrons } from "#db/schema/job-runner.ts";
import { systemContext } from "../../platform/operation/context.ts";
import type { FunctionConfig } from "../gateways/inngest.ts";
import { beginCrons, keepCrons } from "./begin-crons.ts";

const ctx = systemContext("test");
const functionOf = (id: string, cron: string): FunctionConfig => ({
  ...{ id, triggers: [{ cron }], steps: { step: {} } },
});
const kept = async () =>
  Object.fromEntries((await db.select().from(jobCrons)).map((row) => [row.functionId, row]));

it("keeps a schedule in its time zone, and forgets that of a function that is gone", async () => {
  await keepCrons(ctx, [functionOf("seoul", "TZ=Asia/Seoul 0 9 * * *"), functionOf("utc", "0 9 * * *")]);
  const { seoul, utc } = await kept();
  expect([seoul?.nextAt.getUTCHours(), utc?.nextAt.getUTCHours()]).toEqual([0, 9]);
  await keepCrons(ctx, [functionOf("utc", "0 9 * * *")]);
  expect(Object.keys(await kept())).toEqual(["utc"]);
  expect((await kept()).utc).toEqual(utc);
});

it("takes a changed schedule at once", async () => {
  await keepCrons(ctx, [functionOf("changed", "0 9 * * *")]);
  await keepCrons(ctx, [functionOf("changed", "30 10 * * *")]);
  const { changed } = await kept();
  expect([changed?.nextAt.getUTCHours(), changed?.nextAt.getUTCMinutes()]).toEqual([10, 30]);
});

it("refuses a schedule that never comes", async () => {
  await expect(keepCrons(ctx, [functionOf("never", "0 0 30 2 *")])).rejects.toThrow();
  await beginCrons(ctx);
});
