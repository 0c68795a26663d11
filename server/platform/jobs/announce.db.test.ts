import { afterEach, beforeEach, expect, it } from "vitest";
import { until } from "../../testing/until.ts";
import { inTransaction } from "../database/transaction.ts";
import { createContext } from "../operation/context.ts";
import { announce } from "./announce.ts";
import { type SentEvent, setEventSink } from "./inngest.ts";

const ctx = createContext();
let got: SentEvent[] = [];
beforeEach(() => {
  got = [];
  setEventSink(async (events) => {
    got.push(...events);
    return events.map(() => "id");
  });
});
afterEach(() => setEventSink(undefined));

const event = (n: number) => ({ name: "test/announced", data: { n } });
const ofNumber = (n: number) => got.filter(({ data }) => data.n === n);

it("goes out after the commit, and never before it", async () => {
  await inTransaction(ctx, async (tx) => {
    announce(tx, event(1));
    await new Promise(setImmediate);
    expect(got).toEqual([]);
  });
  await until(() => ofNumber(1).length === 1);
});

it("does not go out where the transaction was undone", async () => {
  const undone = inTransaction(ctx, async (tx) => {
    announce(tx, event(2));
    throw new Error("changed my mind");
  });
  await expect(undone).rejects.toThrow();
  await inTransaction(ctx, async (tx) => announce(tx, event(3)));
  await until(() => ofNumber(3).length === 1);
  expect(ofNumber(2)).toEqual([]);
});

it("goes out five times a second at most during a thousand commits, and once more after the last", async () => {
  const startedAt = performance.now();
  for (let commit = 0; commit < 1000; commit++)
    await inTransaction(ctx, async (tx) => announce(tx, event(4)));
  const atTheEnd = ofNumber(4).length;
  await until(() => ofNumber(4).length > atTheEnd);
  const seconds = (performance.now() - startedAt) / 1000;
  expect(ofNumber(4).length).toBeLessThanOrEqual(5 * seconds + 2);
});

it("does not keep a caller from the answer where it cannot be sent", async () => {
  setEventSink(() => Promise.reject(new Error("away")));
  await expect(inTransaction(ctx, async (tx) => announce(tx, event(5)))).resolves.toBeUndefined();
  setEventSink(undefined);
  await expect(inTransaction(ctx, async (tx) => announce(tx, event(6)))).resolves.toBeUndefined();
});
