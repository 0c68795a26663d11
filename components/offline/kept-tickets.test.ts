import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { KeptTickets } from "./kept-tickets.ts";

const KEY = "seonchak.tickets.1";
let storage: Map<string, string>;
let isFull = false;
const browser = { cookie: "" };

beforeEach(() => {
  vi.resetModules();
  storage = new Map();
  isFull = false;
  browser.cookie = "locale=ko; seonchak_viewer=user_a";
  vi.stubGlobal("document", browser);
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (isFull) throw new Error("QuotaExceededError");
      storage.set(key, value);
    },
    removeItem: (key: string) => storage.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

const keptBy = (ownerId: string): KeptTickets => ({
  ...{ ownerId, checkedAtMs: 1, serverAheadMs: 0, tickets: [] },
});
const load = () => import("./kept-tickets.ts");

it("gives the tickets back to the account that they were kept for, the same ones each time", async () => {
  const { keepTickets, keptTickets } = await load();
  keepTickets(keptBy("user_a"));
  expect(keptTickets()).toEqual(keptBy("user_a"));
  expect(keptTickets()).toBe(keptTickets());
});

it.each([
  ["another person's login", "seonchak_viewer=user_b"],
  ["another person's login over TLS", "theme=dark; __Host-seonchak_viewer=user_b"],
  ["a logout", "locale=ko"],
  ["a cookie that only ends like it", "other_seonchak_viewer=user_a"],
])("gives no one anything after %s, of which no page heard", async (_, cookie) => {
  const { keepTickets, keptTickets } = await load();
  keepTickets(keptBy("user_a"));
  browser.cookie = cookie;
  expect(keptTickets()).toBeNull();
});

it("keeps no answer for a person who is not the one that is logged in by now", async () => {
  const { keepTickets } = await load();
  browser.cookie = "seonchak_viewer=user_b";
  keepTickets(keptBy("user_a"));
  expect(storage.size).toBe(0);
});

it.each([["user_b"], [null]])(
  "removes what is kept as soon as the viewer is known to be %s",
  async (viewer) => {
    const { keepTickets, forgetTicketsOfOthers } = await load();
    keepTickets(keptBy("user_a"));
    forgetTicketsOfOthers("user_a");
    expect(storage.has(KEY)).toBe(true);
    forgetTicketsOfOthers(viewer);
    expect(storage.has(KEY)).toBe(false);
  },
);

it("removes what no one can read", async () => {
  const { forgetTicketsOfOthers, keptTickets } = await load();
  storage.set(KEY, "{");
  expect(keptTickets()).toBeNull();
  forgetTicketsOfOthers("user_a");
  expect(storage.has(KEY)).toBe(false);
});

it("leaves what was kept before where the storage is full", async () => {
  const { keepTickets, keptTickets } = await load();
  keepTickets(keptBy("user_a"));
  isFull = true;
  keepTickets({ ...keptBy("user_a"), checkedAtMs: 2 });
  expect(keptTickets()?.checkedAtMs).toBe(1);
});
