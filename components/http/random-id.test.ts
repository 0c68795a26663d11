import { globSync, readFileSync } from "node:fs";
import { afterEach, expect, it, vi } from "vitest";
import { randomId } from "./random-id.ts";

afterEach(() => vi.unstubAllGlobals());

it("is a UUID of its own each time, where the browser has no randomUUID", () => {
  const { getRandomValues } = crypto;
  vi.stubGlobal("crypto", { getRandomValues: getRandomValues.bind(crypto) });
  expect(crypto.randomUUID).toBeUndefined();
  const ids = Array.from({ length: 1000 }, randomId);
  for (const id of ids)
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(new Set(ids).size).toBe(1000);
});

it("is needed since no page may use what a browser has in secure contexts alone", () => {
  const secureOnly =
    /crypto\.(randomUUID|subtle)|navigator\.(locks|share|wakeLock|serviceWorker)|new Notification/;
  const files = globSync("{app,components}/**/*.{ts,tsx}", { exclude: ["**/*.test.ts"] });
  expect(files.length).toBeGreaterThan(100);
  expect(
    files.filter((file) => secureOnly.test(readFileSync(file, "utf8").replace(/\/\*\*[\s\S]*?\*\//g, ""))),
  ).toEqual([]);
});
