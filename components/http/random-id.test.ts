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

/** What a browser has in secure contexts alone, each with the question that a page asks before it uses it. */
const SECURE_ONLY: Readonly<Record<string, RegExp | null>> = {
  "crypto.randomUUID": null,
  "crypto.subtle": /!globalThis\.crypto\?\.subtle/,
  "navigator.locks": null,
  "navigator.share": /"share" in navigator|typeof navigator\.share === "function"/,
  "navigator.wakeLock": /"wakeLock" in navigator/,
  "navigator.serviceWorker": /"serviceWorker" in navigator/,
  "new Notification": null,
};

it("is needed since no page may need what a browser has in secure contexts alone", () => {
  const files = globSync("{app,components}/**/*.{ts,tsx}", { exclude: ["**/*.test.ts"] });
  expect(files.length).toBeGreaterThan(100);
  const unasked = files.flatMap((file) => {
    const source = readFileSync(file, "utf8").replace(/\/\*\*[\s\S]*?\*\//g, "");
    return Object.entries(SECURE_ONLY)
      .filter(([name, asks]) => source.includes(name) && !asks?.test(source))
      .map(([name]) => `${file}: ${name}`);
  });
  expect(unasked).toEqual([]);
});
