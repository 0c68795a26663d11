import { describe, expect, it } from "vitest";
import { createCoalescer } from "./coalesce.ts";

describe("createCoalescer", () => {
  it("never gives an answer older than its question, and loads at most once at a time", async () => {
    let truth = 1;
    let loads = 0;
    const landings: (() => void)[] = [];
    const ask = createCoalescer(async () => {
      loads++;
      const seen = truth;
      await new Promise<void>((resolve) => landings.push(resolve));
      return seen;
    });
    const early = ask("a");
    truth = 2;
    const late = [ask("a"), ask("a"), ask("a")];
    expect(loads).toBe(1);
    landings.shift()?.();
    expect(await early).toBe(1);
    await new Promise(setImmediate);
    landings.shift()?.();
    expect(await Promise.all(late)).toEqual([2, 2, 2]);
    expect(loads).toBe(2);
  });

  it("asks anew after a load that failed", async () => {
    let tries = 0;
    const ask = createCoalescer(async () => {
      if (++tries === 1) throw new Error("away");
      return "here";
    });
    await expect(ask("a")).rejects.toThrow("away");
    await expect(ask("a")).resolves.toBe("here");
  });
});
