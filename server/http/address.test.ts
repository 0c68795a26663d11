import type { Context } from "hono";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { generatedSecrets } from "../platform/config/env-variables.ts";

const SETTINGS = {
  DATABASE_URL: "postgres://app:pw@db:5432/app",
  REDIS_URL: "redis://cache:6379",
  ...Object.fromEntries(generatedSecrets.map((name) => [name, "x".repeat(40)])),
};

/** What the app takes for the client's address, with `hops` trusted proxies. */
async function addressSeen(
  hops: number,
  forwardedFor?: string,
  connection: string | null = "192.0.2.1",
  path = "/api/events",
) {
  const settings = { ...SETTINGS, TRUSTED_PROXY_HOPS: String(hops) };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  // Imported again each time: settings are read once.
  vi.resetModules();
  const { addressOf } = await import("./address.ts");
  const { log } = await import("../platform/logging/log.ts");
  const said = vi.spyOn(log, "error").mockReturnValue();
  const headers = forwardedFor === undefined ? {} : { "x-forwarded-for": forwardedFor };
  const incoming = { headers, socket: { remoteAddress: connection, remotePort: 1, remoteFamily: "IPv4" } };
  const c = {
    env: connection ? { incoming } : {},
    req: { path, header: () => forwardedFor },
  } as unknown as Context;
  const address = addressOf(c);
  addressOf(c);
  const lines = said.mock.calls.map(([line]) => JSON.stringify(line));
  said.mockRestore();
  return { address, lines };
}

beforeEach(() => {
  Reflect.deleteProperty(globalThis, Symbol.for("seonchak.singletons"));
});

describe("the client's address", () => {
  it.each([
    ["no proxy is trusted, whatever a client says", 0, "198.51.100.9", "192.0.2.1"],
    ["one proxy added what it saw", 1, "203.0.113.5", "203.0.113.5"],
    ["the client made up an entry before", 1, "198.51.100.9, 203.0.113.5", "203.0.113.5"],
    ["two proxies added theirs", 2, "198.51.100.9, 203.0.113.5, 10.0.0.2", "203.0.113.5"],
    ["a proxy writes the port too", 1, "203.0.113.5:4711", "203.0.113.5"],
    ["a proxy writes brackets", 1, "[2001:db8::5]:4711", "2001:db8::5"],
  ])("is right where %s", async (_, hops, forwardedFor, address) => {
    const seen = await addressSeen(hops, forwardedFor);
    expect(seen.address).toBe(address);
    expect(seen.lines).toHaveLength(hops === 0 ? 1 : 0);
  });

  it("is told once where it comes through a proxy that no setting knows of, and never where none does", async () => {
    const { lines } = await addressSeen(0, "198.51.100.9");
    expect(lines).toEqual([expect.stringContaining("TRUSTED_PROXY_HOPS is 0")]);
    expect((await addressSeen(0)).lines).toEqual([]);
  });

  it.each([
    ["no entry came", 1, undefined],
    ["fewer came than proxies are trusted, and any may be made up", 3, "198.51.100.9, 203.0.113.5"],
    ["what came is no address", 1, "203.0.113.5, unknown"],
    ["what came is empty", 2, ","],
  ])("is the connection's where %s, and the log names the setting once", async (_, hops, forwardedFor) => {
    const { address, lines } = await addressSeen(hops, forwardedFor);
    expect(address).toBe("192.0.2.1");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("TRUSTED_PROXY_HOPS");
  });

  it.each(["/api/health/live", "/api/health", "/api/inngest"])(
    "is the connection's, without a word, where %s is asked past the proxies",
    async (path) => {
      expect(await addressSeen(1, undefined, "10.0.0.7", path)).toEqual({ address: "10.0.0.7", lines: [] });
      expect((await addressSeen(2, "198.51.100.9", "10.0.0.7", path)).lines).toHaveLength(1);
    },
  );

  it("is one and the same for all where it cannot be told, so that a limit is left", async () => {
    expect((await addressSeen(1, undefined, null)).address).toBe("unknown");
  });
});
