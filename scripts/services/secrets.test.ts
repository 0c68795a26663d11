import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StartFailure } from "./failure.ts";
import { loadOrMakeSecrets } from "./secrets.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "seonchak-secrets-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe("the secrets of a data directory", () => {
  it("are made once, all different, long enough for production, and for their owner's eyes only", () => {
    const secrets = loadOrMakeSecrets(directory);
    expect(loadOrMakeSecrets(directory)).toEqual(secrets);
    expect(new Set(Object.values(secrets)).size).toBe(6);
    for (const secret of Object.values(secrets)) expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(statSync(join(directory, "secrets.json")).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(["secrets.json"]);
  });

  it("keeps those it knows when a new version needs one more", () => {
    writeFileSync(join(directory, "secrets.json"), JSON.stringify({ AUTH_SECRET: "known" }));
    const secrets = loadOrMakeSecrets(directory);
    expect(secrets.AUTH_SECRET).toBe("known");
    expect(secrets.TICKET_SIGNING_KEY).toBeTruthy();
  });

  it("are never replaced because their file is gone, only on request", () => {
    mkdirSync(join(directory, "postgres", "data"), { recursive: true });
    expect(() => loadOrMakeSecrets(directory)).toThrow(/sold tickets are refused/);
    expect(readdirSync(directory)).toEqual(["postgres"]);
    writeFileSync(join(directory, "secrets.json"), "{}");
    expect(loadOrMakeSecrets(directory).AUTH_SECRET).toBeTruthy();
  });

  it.each(["", "{", "null", "[]", '{"AUTH_SECRET":7}'])(
    "are never replaced because their file is damaged: %j",
    (text) => {
      writeFileSync(join(directory, "secrets.json"), text);
      expect(() => loadOrMakeSecrets(directory)).toThrow(StartFailure);
    },
  );
});
