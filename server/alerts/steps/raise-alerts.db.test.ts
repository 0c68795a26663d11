import { expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { listAlerts } from "../queries.ts";
import { raiseAlerts } from "./raise-alerts.ts";
import { resolveAlerts } from "./resolve-alerts.ts";

const ctx = createContext();
const raise = (...subjects: string[]) =>
  inTransaction(ctx, (tx) =>
    raiseAlerts(
      tx,
      subjects.map((subject, index) => ({ kind: "job_missed", subject, detail: { index } })),
    ),
  );
const resolve = (...subjects: string[]) =>
  inTransaction(ctx, (tx) => resolveAlerts(tx, "job_missed", subjects));

it("fires once per subject until it is resolved, and then again", async () => {
  const admin = await given.person("ADMIN");
  const firing = async () =>
    (await listAlerts(admin.ctx(), {})).map(({ subject, count, detail }) => [subject, count, detail.index]);
  await raise("a", "b", "a");
  await raise("a");
  expect(await firing()).toEqual(
    expect.arrayContaining([
      ["a", 2, 0],
      ["b", 1, 1],
    ]),
  );
  await resolve("a", "never raised");
  expect(await firing()).toEqual([["b", 1, 1]]);
  await raise("a");
  expect(await firing()).toContainEqual(["a", 1, 0]);
});

it("is raised with the transaction it stands in, or not at all", async () => {
  const admin = await given.person("ADMIN");
  const rolledBack = inTransaction(ctx, async (tx) => {
    await raiseAlerts(tx, [{ kind: "job_missed", subject: "undone", detail: {} }]);
    throw new Error("changed my mind");
  });
  await expect(rolledBack).rejects.toThrow("changed my mind");
  expect(await listAlerts(admin.ctx(), {})).not.toContainEqual(
    expect.objectContaining({ subject: "undone" }),
  );
});

it("is for admins to read", async () => {
  const buyer = await given.person();
  await expect(listAlerts(buyer.ctx(), {})).rejects.toMatchObject({ reason: "forbidden" });
});
