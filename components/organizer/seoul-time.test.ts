import { expect, it } from "vitest";
import { fromSeoulInput, toSeoulInput } from "./seoul-time.ts";

it("shows a moment in Seoul's time and reads the same moment back", () => {
  expect(toSeoulInput("2026-12-24T20:30:00.000Z")).toBe("2026-12-25T05:30");
  const read = fromSeoulInput(toSeoulInput("2026-12-24T20:30:00.000Z"));
  expect(Date.parse(read)).toBe(Date.parse("2026-12-24T20:30:00.000Z"));
});

it("leaves what is no moment to the server, which refuses it", () => {
  expect(fromSeoulInput("")).toBe("");
  expect(fromSeoulInput("tomorrow")).toBe("tomorrow");
});
