import { describe, expect, it } from "vitest";
import { createBatcher } from "./batch.ts";

describe("createBatcher", () => {
  it("gathers what arrives together, keeps the order, and serves what comes meanwhile as the next batch", async () => {
    const batches: number[][] = [];
    let open: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const join = createBatcher<number, number>({
      sizeMax: 10,
      work: async (_, items) => {
        batches.push([...items]);
        if (batches.length === 1) await gate;
        return items.map((item) => item * 2);
      },
    });
    const first = [join("a", 1), join("a", 2)];
    await new Promise(setImmediate);
    const second = [join("a", 3), join("a", 4)];
    open();
    expect(await Promise.all([...first, ...second])).toEqual([2, 4, 6, 8]);
    expect(batches).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it("never makes a batch larger than allowed, and does not mix keys", async () => {
    const batches: [string, number][] = [];
    const join = createBatcher<number, number>({
      sizeMax: 3,
      work: async (key, items) => {
        batches.push([key, items.length]);
        return items;
      },
    });
    await Promise.all([1, 2, 3, 4, 5].flatMap((item) => [join("a", item), join("b", item)]));
    expect(batches.sort()).toEqual([
      ["a", 2],
      ["a", 3],
      ["b", 2],
      ["b", 3],
    ]);
  });

  it("lets the fault of one be only theirs", async () => {
    const join = createBatcher<number, number>({
      sizeMax: 10,
      work: async (_, items) => {
        if (items.includes(13)) throw new Error("unlucky");
        return items;
      },
    });
    const [good, bad, alsoGood] = await Promise.allSettled([join("a", 1), join("a", 13), join("a", 2)]);
    expect(good).toMatchObject({ status: "fulfilled", value: 1 });
    expect(bad).toMatchObject({ status: "rejected" });
    expect(alsoGood).toMatchObject({ status: "fulfilled", value: 2 });
  });

  it("rejects the whole batch at a transient fault, and tries none of them again", async () => {
    let tries = 0;
    const join = createBatcher<number, number>({
      sizeMax: 10,
      work: async () => {
        tries++;
        throw new Error("the database is away");
      },
      isTransient: (error) => error instanceof Error && error.message.includes("away"),
    });
    const all = await Promise.allSettled([join("a", 1), join("a", 2), join("a", 3)]);
    expect(all.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(tries).toBe(1);
  });
});
