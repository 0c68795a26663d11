import { expect, it } from "vitest";
import { settingProblems } from "./settings.ts";

it("names a setting that nothing reads, and none that something does", () => {
  const names = ["PORT", "TOSS_API_KEY_OF_ONCE"] as unknown as Parameters<typeof settingProblems>[1];
  expect(settingProblems(".", names)).toEqual([expect.stringMatching(/^TOSS_API_KEY_OF_ONCE is a setting/)]);
  expect(settingProblems(".")).toEqual([]);
});
