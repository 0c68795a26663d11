import { describe, expect, it } from "vitest";
import { until } from "#server/testing/until.ts";
import { keepRunning } from "./keep-running.ts";

/** A service that dies when told to, and everything that was said of it. */
function given({ failing = [] as readonly number[] } = {}) {
  const runs: { ended: Promise<void>; die(): void }[] = [];
  const said: string[] = [];
  let starts = 0;
  const start = async () => {
    if (failing.includes(++starts)) throw new Error("The disk is full.");
    const { promise: ended, resolve: die } = Promise.withResolvers<void>();
    runs.push({ ended, die });
    return { ended, stop: async () => die() };
  };
  const say = (text: string) => void said.push(text);
  const progress = { step: say, say, fail: say };
  return { runs, said, keep: () => keepRunning({ name: "Redis", progress, start }) };
}

describe("a service that must keep running", () => {
  it("is started again each time it dies, and no more once it is disposed of", async () => {
    const { runs, said, keep } = given();
    const kept = await keep();
    for (const deaths of [1, 2, 3]) {
      runs.at(-1)?.die();
      await until(() => runs.length === deaths + 1);
    }
    await kept[Symbol.asyncDispose]();
    await runs.at(-1)?.ended;
    expect(runs).toHaveLength(4);
    expect(said.slice(0, 2)).toEqual(["Redis died; starting it again", "Redis is back"]);
  });

  it("is tried again when it does not come back, with the reason each time", async () => {
    const { runs, said, keep } = given({ failing: [2, 3] });
    const kept = await keep();
    runs[0]?.die();
    await until(() => said.includes("Redis is back"));
    expect(said).toEqual([
      "Redis died; starting it again",
      "Redis did not come back; starting it again. The disk is full.",
      "Redis did not come back; starting it again. The disk is full.",
      "Redis is back",
    ]);
    await kept[Symbol.asyncDispose]();
  });

  it("is tried after longer and longer pauses, which are told", async () => {
    const { runs, said, keep } = given({ failing: [2, 3, 4, 5] });
    const kept = await keep();
    runs[0]?.die();
    await until(() => said.length === 5);
    expect(said.at(-1)).toBe("Redis did not come back; starting it again in 2 seconds. The disk is full.");
    await kept[Symbol.asyncDispose]();
  });

  it("is replaced without a word when asked to", async () => {
    const { runs, said, keep } = given();
    const kept = await keep();
    kept.restart();
    await until(() => runs.length === 2);
    await kept[Symbol.asyncDispose]();
    expect(said).toEqual([]);
  });

  it("is stopped at once while it pauses after a death", async () => {
    const { runs, said, keep } = given();
    const kept = await keep();
    runs[0]?.die();
    await until(() => said.length === 1);
    await kept[Symbol.asyncDispose]();
    expect(runs).toHaveLength(1);
  });

  it("tells a failure of the first start to its caller", async () => {
    await expect(given({ failing: [1] }).keep()).rejects.toThrow("The disk is full.");
  });
});
