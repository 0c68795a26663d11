import { expect, it } from "vitest";
import { BETTER_AFTER_SECONDS, settledState, WORSE_AFTER_SECONDS, worst } from "./policy.ts";

it("takes longer to believe that it is better than that it is worse", () => {
  expect(settledState("HEALTHY", "CRITICAL", WORSE_AFTER_SECONDS - 1)).toBe("HEALTHY");
  expect(settledState("HEALTHY", "CRITICAL", WORSE_AFTER_SECONDS)).toBe("CRITICAL");
  expect(settledState("CRITICAL", "DEGRADED", WORSE_AFTER_SECONDS)).toBe("CRITICAL");
  expect(settledState("CRITICAL", "DEGRADED", BETTER_AFTER_SECONDS)).toBe("DEGRADED");
  expect(settledState("DEGRADED", "DEGRADED", 1e9)).toBe("DEGRADED");
});

it("is as bad as the worst", () => {
  expect(worst([])).toBe("HEALTHY");
  expect(worst(["HEALTHY", "UNHEALTHY", "DEGRADED"])).toBe("UNHEALTHY");
});
