import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { walletSettings } from "../../testing/wallet-keys.ts";
import { EnvError, type EnvSource, readEnv } from "./env.ts";
import { cautions } from "./env-rules.ts";
import { generatedSecrets } from "./env-variables.ts";
import { passTypeOf } from "./wallet-rules.ts";

const made = walletSettings();
const complete: EnvSource = {
  ...{
    NODE_ENV: "production",
    DATABASE_URL: "postgres://app:pw@db:5432/app",
    REDIS_URL: "redis://cache:6379",
  },
  ...Object.fromEntries(generatedSecrets.map((name) => [name, randomBytes(32).toString("hex")])),
  ...made,
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

it("reads what a wallet signs with from base64 and from a file, and its pass type from the certificate", () => {
  const folder = mkdtempSync(join(tmpdir(), "seonchak-wallet-setting-"));
  const path = join(folder, "pass.pem");
  writeFileSync(path, Buffer.from(made.APPLE_WALLET_CERTIFICATE, "base64"));
  const fromFile = readEnv({ ...complete, APPLE_WALLET_CERTIFICATE: path }).APPLE_WALLET_CERTIFICATE;
  rmSync(folder, { recursive: true });
  expect(fromFile).toBe(readEnv(complete).APPLE_WALLET_CERTIFICATE);
  expect(passTypeOf(fromFile ?? "")).toEqual({ passTypeId: "pass.test.seonchak", teamId: "TEAM123456" });
});

it.each([
  ["APPLE_WALLET_KEY", "/no/such/file.pem", /^APPLE_WALLET_KEY is not valid: expected the path/],
  ["APPLE_WALLET_CERTIFICATE", "c29tZXRoaW5n", /^APPLE_WALLET_CERTIFICATE is "c29tZXRoaW5n"/],
  ["GOOGLE_WALLET_ACCOUNT", "e30=", /^GOOGLE_WALLET_ACCOUNT is not valid/],
  ["GOOGLE_WALLET_ISSUER", "BCR2DN", /^GOOGLE_WALLET_ISSUER is "BCR2DN"/],
  ["APPLE_WALLET_KEY", "", /^APPLE_WALLET_KEY is missing/],
  ["APPLE_WALLET_AUTHORITY", "", /^APPLE_WALLET_AUTHORITY is missing/],
  ["GOOGLE_WALLET_ACCOUNT", "", /^GOOGLE_WALLET_ACCOUNT is missing/],
  ["GOOGLE_WALLET_ISSUER", "", /^GOOGLE_WALLET_ACCOUNT is set without GOOGLE_WALLET_ISSUER/],
])("stops the start where %s is %s", (name, value, words) => {
  expect(problems({ [name]: value })).toEqual([expect.stringMatching(words)]);
});

it("stops the start with what does not belong together, and says what is wrong", () => {
  const other = walletSettings({ subject: "/CN=www.seonchak.test/OU=Web" });
  expect(problems({ APPLE_WALLET_KEY: other.APPLE_WALLET_KEY })).toEqual([
    expect.stringContaining("APPLE_WALLET_KEY is not the key of APPLE_WALLET_CERTIFICATE"),
  ]);
  expect(problems({ APPLE_WALLET_AUTHORITY: other.APPLE_WALLET_AUTHORITY })).toEqual([
    expect.stringContaining("APPLE_WALLET_AUTHORITY did not issue APPLE_WALLET_CERTIFICATE"),
  ]);
  expect(problems({ ...other })).toEqual([expect.stringContaining("certificate of something else")]);
});

it("warns of a certificate that ends soon, and sells on", () => {
  const soon = walletSettings({ days: 10 });
  const adviceOf = (source: EnvSource) =>
    cautions(readEnv<never>({ ...complete, ...source })).filter((advice) => advice.includes("WALLET"));
  expect(adviceOf(soon)).toEqual([
    expect.stringMatching(/^APPLE_WALLET_CERTIFICATE ends on \d{4}-\d\d-\d\d/),
  ]);
  expect(adviceOf({})).toEqual([]);
});
