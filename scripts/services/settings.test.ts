import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { EnvSource } from "#server/platform/config/env.ts";
import { generatedSecrets } from "#server/platform/config/env-variables.ts";
import { readSettings, warningsAbout } from "./settings.ts";

const shop = {
  APP_URL: "https://tickets.example.com",
  DATABASE_URL: "postgres://app:pw@db:5432/app",
  REDIS_URL: "redis://cache:6379",
  PAYMENT_PROVIDER: "toss",
  TOSS_SECRET_KEY: "live_sk_x",
  TOSS_CLIENT_KEY: "live_ck_x",
  SMTP_URL: "smtp://mail",
  DATA_PLATFORM_URL: "https://data.example.com",
  TRUSTED_PROXY_HOPS: "1",
  ...Object.fromEntries(generatedSecrets.map((name) => [name, randomBytes(32).toString("hex")])),
};

const warnings = (source: EnvSource) => warningsAbout(readSettings(source, { development: false }));

describe("what a start says beside its address", () => {
  it("is nothing for npm start alone", () => {
    expect(warnings({})).toEqual([]);
  });

  it.each<[string, EnvSource, RegExp]>([
    ["who can reach the sandbox", { HOST: "0.0.0.0" }, /Anyone who reaches.*password/],
    ["who can reach the sandbox without demo", { HOST: "0.0.0.0", DEMO: "off" }, /without paying\.$/],
    ["what hops mean", shop, /TRUSTED_PROXY_HOPS is 1: .*last address of X-Forwarded-For/],
    ["what no hops mean", { ...shop, TRUSTED_PROXY_HOPS: "" }, /TRUSTED_PROXY_HOPS is 0: .*Behind a proxy/],
    ["that links lead nowhere", { ...shop, APP_URL: "" }, /APP_URL is http:\/\/localhost:3000/],
    ["in which no one can pay", { ...shop, PAYMENT_PROVIDER: "" }, /Buyers cannot pay/],
  ])("is %s", (_, source, words) => {
    expect(warnings(source).filter((warning) => words.test(warning))).toHaveLength(1);
  });
});

describe("what a start hands down", () => {
  it("has the shop's address, which the pages read there", () => {
    const { environment } = readSettings({ PORT: "4000" }, { development: false });
    expect(environment.APP_URL).toBe("http://localhost:4000");
  });
});
