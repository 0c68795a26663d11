import { expect, test } from "vitest";
import { createTurns } from "./turns.ts";

const full = () => new Error("full");

/** Work that ends when the test says so. */
function createWork() {
  const done = Promise.withResolvers<string>();
  let isBegun = false;
  const work = () => {
    isBegun = true;
    return done.promise;
  };
  return {
    work,
    end: () => done.resolve("done"),
    fail: () => done.reject(new Error("failed")),
    isBegun: () => isBegun,
  };
}

const nextLoop = () => new Promise<void>((resolve) => setImmediate(resolve));

test("one piece is done at a time, in the order of arrival, and a failed one ends no turn but its own", async () => {
  const turns = createTurns({ most: 3, refuse: full });
  const [first, second, third] = [createWork(), createWork(), createWork()];
  const results = [first, second, third].map(({ work }) => turns.run("a", work));
  await nextLoop();
  expect([first, second, third].map(({ isBegun }) => isBegun())).toEqual([true, false, false]);
  first.fail();
  await expect(results[0]).rejects.toThrow("failed");
  await nextLoop();
  await nextLoop();
  expect([second, third].map(({ isBegun }) => isBegun())).toEqual([true, false]);
  second.end();
  third.end();
  expect(await Promise.all(results.slice(1))).toEqual(["done", "done"]);
});

test("the event loop turns between two pieces", async () => {
  const turns = createTurns({ most: 2, refuse: full });
  const order: string[] = [];
  const first = turns.run("a", async () => void setImmediate(() => order.push("someone else")));
  const second = turns.run("a", async () => void order.push("second"));
  await Promise.all([first, second]);
  expect(order).toEqual(["someone else", "second"]);
});

test("what comes when all places are taken is refused, and one caller does not take them all", async () => {
  const turns = createTurns({ most: 3, eachMax: 2, refuse: full });
  const { work, end } = createWork();
  const mine = [turns.run("a", work), turns.run("a", work)];
  await expect(turns.run("a", work)).rejects.toThrow("full");
  const other = turns.run("b", work);
  await expect(turns.run("c", work)).rejects.toThrow("full");
  end();
  await Promise.all([...mine, other]);
  expect(await turns.run("a", work)).toBe("done");
});
