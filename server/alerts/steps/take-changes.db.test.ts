import { expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext } from "../../platform/operation/context.ts";
import { raiseAlerts } from "./raise-alerts.ts";
import { resolveAlerts } from "./resolve-alerts.ts";
import { takeChanges } from "./take-changes.ts";

const ctx = createContext();
const kind = "job_missed";
const raise = (...subjects: string[]) =>
  inTransaction(ctx, (tx) =>
    raiseAlerts(
      tx,
      subjects.map((subject) => ({ kind, subject, detail: {} })),
    ),
  );
const resolve = (subject: string) => inTransaction(ctx, (tx) => resolveAlerts(tx, kind, [subject]));
const take = () => inTransaction(ctx, takeChanges);
const shown = (changes: Awaited<ReturnType<typeof take>>) =>
  changes.map(({ subject, change }) => `${subject} ${change}`).sort();

it("gives each firing and each end to one taker", async () => {
  await raise("a", "b");
  const taken = await Promise.all([take(), take(), take()]);
  expect(shown(taken.flat())).toEqual(["a firing", "b firing"]);
  await raise("a");
  expect(await take()).toEqual([]);
  await resolve("a");
  expect(shown(await take())).toEqual(["a resolved"]);
  await raise("a");
  expect(shown(await take())).toEqual(["a firing"]);
});

it("gives them again where the taker could not keep what it made of them", async () => {
  await raise("c");
  const lost = inTransaction(ctx, async (tx) => {
    await takeChanges(tx);
    throw new Error("killed");
  });
  await expect(lost).rejects.toThrow("killed");
  expect(shown(await take())).toEqual(["c firing"]);
});
