import { randomBytes } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { EnvError, type EnvSource, readEnv } from "./env.ts";
import { generatedSecrets } from "./env-variables.ts";

const complete: EnvSource = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://app:pw@db:5432/app",
  REDIS_URL: "redis://cache:6379",
  ...Object.fromEntries(generatedSecrets.map((name) => [name, randomBytes(32).toString("hex")])),
};

function problems(changes: EnvSource): readonly string[] {
  try {
    readEnv({ ...complete, ...changes });
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
}

describe("the environment", () => {
  it("gives every optional setting its documented default", () => {
    expect(readEnv(complete)).toMatchObject({
      PORT: 3000,
      APP_URL: "http://localhost:3000",
      DATA_DIR: ".data",
      PAYMENT_PROVIDER: "sandbox",
      TOSS_API_URL: "https://api.tosspayments.com",
      SANDBOX: false,
      DEMO: false,
      RATE_LIMITS: true,
    });
  });

  it("takes an empty string for a setting that was left out", () => {
    expect(readEnv({ ...complete, PORT: "", APP_URL: "", SMTP_URL: "" })).toMatchObject({ PORT: 3000 });
    expect(problems({ DATABASE_URL: "" })).toEqual([
      "DATABASE_URL is missing: expected postgres://user:password@host:port/database.",
    ]);
  });

  it("names every wrong variable at once, with what is expected", () => {
    expect(problems({ PORT: "80a", SANDBOX: "yes", APP_URL: "localhost" })).toEqual([
      'PORT is "80a": expected a whole number from 1 to 65535.',
      'APP_URL is "localhost": expected an http:// or https:// address.',
      'SANDBOX is "yes": expected on or off.',
    ]);
  });

  it("never repeats the value of a secret", () => {
    const [problem] = problems({ DATABASE_URL: "mysql://app:hunter2@db/app" });
    expect(problem).toMatch(/^DATABASE_URL is not valid/);
    expect(problem).not.toContain("hunter2");
  });

  it.each(["0", "65536", "-1", "3000.5", "0x50", "1e3"])("refuses port %s", (PORT) => {
    expect(problems({ PORT })).toHaveLength(1);
  });

  it("reads a comma-separated list as a Redis Cluster and refuses a list with a hole", () => {
    const REDIS_URL = "redis://a:6379,redis://b:6379";
    expect(readEnv({ ...complete, REDIS_URL }).REDIS_URL).toBe(REDIS_URL);
    expect(problems({ REDIS_URL: "redis://a:6379,,redis://b:6379" })).toHaveLength(1);
  });

  it("turns sandbox and demo on with the embedded database, unless told otherwise", () => {
    const embedded = { ...complete, SEONCHAK_EMBEDDED: "on" };
    expect(readEnv(embedded)).toMatchObject({ SANDBOX: true, DEMO: true });
    expect(readEnv({ ...embedded, SANDBOX: "off", DEMO: "off" })).toMatchObject({
      SANDBOX: false,
      DEMO: false,
    });
  });

  it.each([
    [{ SEONCHAK_EMBEDDED: "on" }, "127.0.0.1"],
    [{ SEONCHAK_EMBEDDED: "on", DEMO: "off" }, "127.0.0.1"],
    [{ SEONCHAK_EMBEDDED: "on", DEMO: "off", SANDBOX: "off" }, undefined],
    [{ SEONCHAK_EMBEDDED: "on", HOST: "0.0.0.0" }, "0.0.0.0"],
    [{ HOST: "localhost" }, "127.0.0.1"],
    [{}, undefined],
  ])("with %j listens on %s", (settings, host) => {
    expect(readEnv({ ...complete, ...settings }).HOST).toBe(host);
  });

  it("takes no name for an address to listen on", () => {
    expect(problems({ HOST: "shop.example.com" })).toHaveLength(1);
  });

  it("lets the rate limits go only together with the sandbox", () => {
    expect(problems({ RATE_LIMITS: "off" })).toHaveLength(1);
    expect(problems({ RATE_LIMITS: "off", SANDBOX: "on", NODE_ENV: "test" })).toEqual([]);
  });

  it("asks for both Toss keys, and for both Inngest keys, when those services are chosen", () => {
    expect(problems({ PAYMENT_PROVIDER: "toss" })).toHaveLength(2);
    expect(problems({ INNGEST_BASE_URL: "http://inngest:8288" })).toHaveLength(2);
    const development = { NODE_ENV: "development", INNGEST_BASE_URL: "http://inngest:8288" };
    expect(problems({ ...development, INNGEST_DEV: "on" })).toEqual([]);
  });

  it.each([
    ["on", "http://localhost:8288"],
    ["http://dev:9000/", "http://dev:9000"],
    ["0", undefined],
  ])("reads INNGEST_DEV=%s as %s", (INNGEST_DEV, address) => {
    expect(readEnv({ ...complete, NODE_ENV: "development", INNGEST_DEV }).INNGEST_DEV).toBe(address);
  });

  it("does not ask for what the launcher fills in later, and still checks it when given", () => {
    const { DATABASE_URL: _, ...rest } = complete;
    expect(readEnv(rest, ["DATABASE_URL"]).DATABASE_URL).toBeUndefined();
    expect(() => readEnv({ ...rest, DATABASE_URL: "mysql://x" }, ["DATABASE_URL"])).toThrow(EnvError);
  });

  it("reads the process at the first use, not at the import", async () => {
    vi.resetModules();
    const { env } = await import("./env.ts");
    for (const [name, value] of Object.entries({ ...complete, PORT: "4321" })) vi.stubEnv(name, value);
    expect(env.PORT).toBe(4321);
    vi.stubEnv("PORT", "4322");
    expect(env.PORT).toBe(4321);
    vi.unstubAllEnvs();
  });
});
