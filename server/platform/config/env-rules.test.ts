import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { EnvError, type EnvSource, readEnv } from "./env.ts";
import { business } from "./env-business.ts";
import { cautions } from "./env-rules.ts";
import { generatedSecrets } from "./env-variables.ts";

const secret = () => randomBytes(32).toString("hex");
const secrets = Object.fromEntries(generatedSecrets.map((name) => [name, secret()]));
const servers = { DATABASE_URL: "postgres://app:pw@db:5432/app", REDIS_URL: "redis://cache:6379" };

const production = { NODE_ENV: "production", APP_URL: "https://tickets.example.com", ...servers, ...secrets };
/** `npm start` with nothing set. */
const playground = { NODE_ENV: "production", SEONCHAK_EMBEDDED: "on", ...servers, ...secrets };
const development = { ...playground, NODE_ENV: "development" };

const toss = (mode: string) => ({
  PAYMENT_PROVIDER: "toss",
  TOSS_SECRET_KEY: `${mode}_sk_x`,
  TOSS_CLIENT_KEY: `${mode}_ck_x`,
});
const inngest = {
  INNGEST_BASE_URL: "http://inngest:8288",
  INNGEST_SIGNING_KEY: secret(),
  INNGEST_EVENT_KEY: secret(),
};
/** What a shop says of its business. */
const said = {
  ...Object.fromEntries(Object.keys(business).map((name) => [name, "선착"])),
  ...{ BUSINESS_NUMBER: "1234567890", BUSINESS_EMAIL: "help@example.com" },
};
const off = { SANDBOX: "off", DEMO: "off" };

/** The variables that the refusals begin with. */
function refused(settings: EnvSource): string[] {
  try {
    readEnv(settings);
    return [];
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    return error.problems.map((problem) => problem.split(" ")[0] ?? "");
  }
}

describe("settings that are right one by one", () => {
  it.each<[string, EnvSource, string[]]>([
    ["a shop of one's own", { ...production, ...toss("live"), ...inngest }, []],
    ["a shop behind a proxy that ends TLS", { ...production, TRUSTED_PROXY_HOPS: "1" }, []],
    ["a shop on this machine alone", { ...production, APP_URL: "http://127.0.0.1:3000" }, []],
    ["npm start", playground, []],
    ["npm start with test keys", { ...playground, ...toss("test") }, []],
    ["npm start for a shop", { ...playground, ...off, ...toss("live"), APP_URL: "https://shop.example" }, []],
    ["npm run dev with an Inngest dev server", { ...development, INNGEST_DEV: "on" }, []],

    [
      "a bucket without its key",
      { ...production, S3_BUCKET_URL: "https://s3.example.com/posters" },
      ["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
    ],
    ["backups of a database of one's own", { ...production, BACKUP_DIR: "/mnt" }, ["BACKUP_DIR"]],
    ["an Inngest dev server in production", { ...production, INNGEST_DEV: "on" }, ["INNGEST_DEV"]],
    [
      "an Inngest dev server beside a real one",
      { ...production, ...inngest, INNGEST_DEV: "http://dev:8288" },
      ["INNGEST_DEV"],
    ],
    ["an Inngest dev server with npm start", { ...playground, INNGEST_DEV: "1" }, ["INNGEST_DEV"]],
    [
      "an Inngest dev server on a public address",
      { ...development, ...off, INNGEST_DEV: "on", APP_URL: "https://dev.example.com" },
      ["INNGEST_DEV"],
    ],

    ["the sandbox in a shop", { ...production, SANDBOX: "on" }, ["SANDBOX", "SANDBOX"]],
    ["the demo in a shop", { ...production, DEMO: "on" }, ["DEMO", "DEMO", "DEMO"]],
    ["a live key with npm start", { ...playground, ...toss("live") }, ["SANDBOX", "DEMO"]],
    ["a live key that is not used", { ...playground, TOSS_SECRET_KEY: "live_gsk_x" }, ["SANDBOX", "DEMO"]],
    [
      "a live client key",
      { ...playground, ...toss("test"), TOSS_CLIENT_KEY: "live_gck_x" },
      ["SANDBOX", "DEMO"],
    ],
    [
      "Inngest's production with npm start",
      { ...playground, ...inngest, INNGEST_SIGNING_KEY: `signkey-prod-${secret()}` },
      ["SANDBOX", "DEMO"],
    ],
    ["the demo without the sandbox", { ...playground, SANDBOX: "off" }, ["DEMO"]],
    [
      "the demo, a live key and no sandbox",
      { ...playground, SANDBOX: "off", ...toss("live") },
      ["DEMO", "DEMO"],
    ],
    [
      "a public address with npm start",
      { ...playground, APP_URL: "https://tickets.example.com" },
      ["SANDBOX", "DEMO"],
    ],
    [
      "a public address during development",
      { ...development, APP_URL: "https://dev.example.com" },
      ["SANDBOX", "DEMO"],
    ],
    [
      "an address that only looks like this machine",
      { ...playground, APP_URL: "http://127.0.0.1.example.com" },
      ["SANDBOX", "DEMO"],
    ],
    [
      "the sandbox alone on a public address",
      { ...playground, DEMO: "off", APP_URL: "http://8.8.8.8" },
      ["SANDBOX"],
    ],
    [
      "a number for two inboxes, in two spellings",
      { ...production, PHONE_LINES: "+821012345678=a@x.test,01012345678=b@x.test" },
      ["PHONE_LINES"],
    ],
    [
      "an inbox for two numbers, in two spellings",
      { ...production, PHONE_LINES: "01012345678=a@x.test,01087654321=A@x.test" },
      ["PHONE_LINES"],
    ],
    ["no rate limits in a shop", { ...production, RATE_LIMITS: "off" }, ["RATE_LIMITS"]],

    ["a shop without TLS", { ...production, APP_URL: "http://tickets.example.com" }, ["APP_URL"]],
    ["a shop without TLS at home", { ...production, APP_URL: "http://192.168.0.10" }, ["APP_URL"]],
    ["npm start for a shop without TLS", { ...playground, ...off, APP_URL: "http://a.example" }, ["APP_URL"]],

    ["a short secret", { ...production, AUTH_SECRET: "kV3!tq" }, ["AUTH_SECRET"]],
    [
      "a short secret among several",
      { ...production, SMS_WEBHOOK_SECRET: `${secret()},kV3!tq` },
      ["SMS_WEBHOOK_SECRET"],
    ],
    ["an obvious secret with npm start", { ...playground, AUTH_SECRET: "s".repeat(32) }, ["AUTH_SECRET"]],
    ["two equal secrets", { ...production, TICKET_SIGNING_KEY: secrets.AUTH_SECRET }, ["TICKET_SIGNING_KEY"]],
    [
      "a secret equal to one that is being rotated out",
      { ...production, EMAIL_WEBHOOK_SECRET: `${secret()},${secrets.SMS_WEBHOOK_SECRET}` },
      ["EMAIL_WEBHOOK_SECRET"],
    ],
    [
      "an Inngest key equal to a secret",
      { ...production, ...inngest, INNGEST_SIGNING_KEY: secrets.AUTH_SECRET },
      ["INNGEST_SIGNING_KEY"],
    ],
    [
      "a secret and the same in base64",
      {
        ...production,
        SMS_WEBHOOK_SECRET: `whsec_${Buffer.from(String(secrets.EMAIL_WEBHOOK_SECRET)).toString("base64")}`,
      },
      ["EMAIL_WEBHOOK_SECRET"],
    ],
    [
      "a secret and the same in base64 that nothing marks as such",
      {
        ...production,
        TICKET_SIGNING_KEY: Buffer.from(String(secrets.AUTH_SECRET)).toString("base64"),
      },
      ["TICKET_SIGNING_KEY"],
    ],
    [
      "a secret and the same in capitals",
      { ...production, TICKET_SIGNING_KEY: String(secrets.AUTH_SECRET).toUpperCase() },
      ["TICKET_SIGNING_KEY"],
    ],
    ["equal secrets during development", { ...development, TICKET_SIGNING_KEY: secrets.AUTH_SECRET }, []],
  ])("%s", (_, settings, names) => {
    expect(refused(settings)).toEqual(names);
  });

  it("are refused in words that name the number and the inbox of two phone lines", () => {
    const PHONE_LINES = "+821012345678=a@x.test,01012345678=b@x.test,01087654321=A@x.test";
    expect(() => readEnv({ ...production, PHONE_LINES })).toThrow(
      "PHONE_LINES names +821012345678 and a@x.test more than once",
    );
  });

  it("are refused in words that name them, say why, and never show a secret", () => {
    const guessed = "changeme".repeat(4);
    const settings = { ...production, AUTH_SECRET: guessed, TICKET_SIGNING_KEY: guessed, DEMO: "on" };
    expect(() => readEnv(settings)).toThrow(EnvError);
    try {
      readEnv(settings);
    } catch (error) {
      const { message } = error as EnvError;
      expect(message).toMatch(/DEMO is on while APP_URL, https:.* Set DEMO=off/);
      expect(message).toContain("AUTH_SECRET contains the word");
      expect(message).toContain("TICKET_SIGNING_KEY is the same as AUTH_SECRET");
      expect(message).not.toContain(guessed);
    }
  });
});

describe("a payment key for trying out", () => {
  it.each<[string, EnvSource, number]>([
    ["is worth a word where tickets are sold", { ...production, ...said, ...toss("test") }, 1],
    ["is none with the real keys", { ...production, ...said, ...toss("live") }, 0],
    ["is what the sandbox is for", { ...playground, ...toss("test") }, 0],
    ["is what development is for", { ...development, ...toss("test") }, 0],
  ])("%s", (_, settings, count) => {
    expect(cautions(readEnv<never>(settings))).toHaveLength(count);
  });
});

describe("the details of the business", () => {
  const incomplete = { ...said, BUSINESS_HOST: undefined };

  it.each<[string, EnvSource, string[]]>([
    ["are missed one by one where tickets are sold", { ...production, ...incomplete }, ["BUSINESS_HOST is"]],
    ["are missed together", production, ["BUSINESS_NAME, BUSINESS_REPRESENTATIVE, BUSINESS_NUMBER"]],
    ["are complete", { ...production, ...said }, []],
    ["are not asked of a playground", playground, []],
  ])("%s", (_case, settings, beginnings) => {
    const advice = cautions(readEnv<never>(settings));
    expect(advice).toEqual(beginnings.map((beginning) => expect.stringMatching(`^${beginning}`)));
  });

  it("are refused where they cannot be right, and the number is written with its dashes", () => {
    expect(refused({ ...production, BUSINESS_NUMBER: "12-34", BUSINESS_EMAIL: "help" })).toEqual([
      "BUSINESS_NUMBER",
      "BUSINESS_EMAIL",
    ]);
    expect(readEnv<never>({ ...production, ...said }).BUSINESS_NUMBER).toBe("123-45-67890");
  });
});
