import { expect, it } from "vitest";
import { safeNext } from "./next-path.ts";

it.each([
  ["/me/tickets", "/me/tickets"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  [null, "/"],
])("goes from %s to %s", (given, path) => {
  expect(safeNext(given)).toBe(path);
});
