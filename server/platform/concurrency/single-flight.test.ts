import { describe, expect, it } from "vitest";
import { createSingleFlight } from "./single-flight.ts";

/** Work that ends when the test says so, and counts its runs. */
function controlledWork() {
  const ends: PromiseWithResolvers<void>[] = [];
  return {
    runs: () => ends.length,
    async work() {
      const end = Promise.withResolvers<void>();
      const run = ends.push(end);
      await end.promise;
      return run;
    },
    end: (run: number) => ends[run - 1]?.resolve(),
    fail: (run: number) => ends[run - 1]?.reject(new Error("away")),
  };
}

describe("createSingleFlight", () => {
  it("runs once more for all who call during a run, and begins that run after their calls", async () => {
    const flights = createSingleFlight<number>();
    const { work, runs, end } = controlledWork();
    const first = flights.run("a", work);
    const later = [1, 2, 3].map(() => flights.run("a", work));
    expect(runs()).toBe(1);
    end(1);
    expect(await first).toBe(1);
    await new Promise(setImmediate);
    end(2);
    expect(await Promise.all(later)).toEqual([2, 2, 2]);
    expect(runs()).toBe(2);
  });

  it("runs different keys side by side", () => {
    const flights = createSingleFlight<number>();
    const { work, runs } = controlledWork();
    void flights.run("a", work);
    void flights.run("b", work);
    expect(runs()).toBe(2);
  });

  it("goes on after a run that failed, for those who wait and for those who come later", async () => {
    const flights = createSingleFlight<number>();
    const { work, end, fail } = controlledWork();
    const first = flights.run("a", work);
    const second = flights.run("a", work);
    fail(1);
    await expect(first).rejects.toThrow("away");
    await new Promise(setImmediate);
    end(2);
    await expect(second).resolves.toBe(2);
    const third = flights.run("a", work);
    end(3);
    await expect(third).resolves.toBe(3);
  });

  it("knows the last run that is pending, and that an idle key has none", async () => {
    const flights = createSingleFlight<number>();
    const { work, end } = controlledWork();
    expect(flights.pending("a")).toBeUndefined();
    const first = flights.run("a", work);
    expect(flights.pending("a")).toBe(first);
    const second = flights.run("a", work);
    expect(flights.pending("a")).toBe(second);
    end(1);
    await first;
    const pending = flights.pending("a");
    await new Promise(setImmediate);
    end(2);
    expect(await pending).toBe(2);
    expect(flights.pending("a")).toBeUndefined();
  });
});
