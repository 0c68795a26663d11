import { describe, expect, it } from "vitest";
import type { StartFailure } from "./failure.ts";
import { keepRunning } from "./keep-running.ts";

const quiet = { step: () => {}, say: () => {}, fail: () => {} };

/** A service that dies when told to. */
function fakeService() {
  const { promise: ended, resolve: die } = Promise.withResolvers<void>();
  return { ended, die, stop: async () => die() };
}

describe("a service that must keep running", () => {
  it("is started again when it dies, and stopped once when it is no longer wanted", async () => {
    const runs: ReturnType<typeof fakeService>[] = [];
    const second = Promise.withResolvers<void>();
    const start = async () => {
      const run = fakeService();
      if (runs.push(run) === 2) second.resolve();
      return run;
    };
    const kept = await keepRunning({ name: "Redis", progress: quiet, start, onGivenUp: () => {} });
    runs[0]?.die();
    await second.promise;
    await kept[Symbol.asyncDispose]();
    expect(runs).toHaveLength(2);
    await runs[1]?.ended;
  });

  it("is given up when it does not come back", async () => {
    const givenUp = Promise.withResolvers<StartFailure>();
    const first = fakeService();
    let starts = 0;
    await keepRunning({
      name: "PostgreSQL",
      progress: quiet,
      start: async () => {
        if (starts++ > 0) throw new Error("its files are gone");
        return first;
      },
      onGivenUp: givenUp.resolve,
    });
    first.die();
    expect((await givenUp.promise).message).toBe("PostgreSQL cannot be kept running. its files are gone");
  });

  it("is given up when it dies again and again", async () => {
    const givenUp = Promise.withResolvers<StartFailure>();
    const start = async () => {
      const run = fakeService();
      run.die();
      return run;
    };
    await keepRunning({ name: "Redis", progress: quiet, start, onGivenUp: givenUp.resolve });
    expect((await givenUp.promise).message).toContain("Redis dies again and again");
  });

  it("tells a failure of the first start to its caller", async () => {
    const start = () => Promise.reject(new Error("no program"));
    await expect(keepRunning({ name: "Redis", progress: quiet, start, onGivenUp: () => {} })).rejects.toThrow(
      "no program",
    );
  });
});
