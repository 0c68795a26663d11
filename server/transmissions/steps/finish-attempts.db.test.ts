import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { transmissionCircuits } from "#db/schema/transmissions.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { ownerDb } from "../../testing/owner.ts";
import { attemptsOf, givenMessages, transmissionsOf } from "../../testing/transmissions.ts";
import type { Delivered } from "../gateway.ts";
import { claimDue } from "../store.ts";
import { finishAttempts, type Try } from "./finish-attempts.ts";

const ctx = systemContext("test");
const destination = "data-platform";

beforeEach(async () => {
  await ownerDb.execute(sql`truncate transmissions, transmission_attempts, transmission_circuits`);
});

/** Claims what there is and settles it all in one way. */
const settle = (delivered: Delivered, as: Partial<Try> & { readonly isProbe?: boolean } = {}) =>
  inTransaction(ctx, async (tx) => {
    const { isProbe = false, brokenOff = false } = as;
    const claims = (await claimDue(tx, destination, 1)) ?? [];
    const tries = claims.map((claim) => ({
      claim: { ...claim, isProbe },
      delivered,
      durationMs: 7,
      brokenOff,
    }));
    await finishAttempts(tx, destination, tries);
  });

it("keeps of an answer what Postgres can, and two kilobytes at most", async () => {
  const [order = ""] = await givenMessages(1);
  const nul = String.fromCharCode(0);
  await settle({
    outcome: "permanent",
    status: 400,
    response: `${nul}${"x".repeat(5000)}`,
    error: `a${nul}b\ud800`,
  });
  const [row] = await transmissionsOf(order);
  const [attempt] = await attemptsOf(row?.id ?? "transmission_none");
  expect(attempt?.response).toBe(`\ufffd${"x".repeat(2047)}`);
  expect([attempt?.error, row?.lastError]).toEqual(["a\ufffdb\ufffd", "a\ufffdb\ufffd"]);
});

it("takes no try from a message that only showed a paused destination to be away still", async () => {
  const [order = ""] = await givenMessages(1);
  await settle({ outcome: "network" }, { isProbe: true });
  expect(await transmissionsOf(order)).toMatchObject([{ state: "FAILED", retryCount: 0, claimed: false }]);
});

it("takes no try from a message whose process was stopped, and does not blame the destination", async () => {
  const [order = ""] = await givenMessages(1);
  await settle({ outcome: "network" }, { brokenOff: true });
  expect(await transmissionsOf(order)).toMatchObject([{ state: "FAILED", retryCount: 0, claimed: false }]);
  expect(await db.$count(transmissionCircuits)).toBe(0);
});
