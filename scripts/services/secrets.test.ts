import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StartFailure } from "./failure.ts";
import { loadOrMakeSecrets as load } from "./secrets.ts";

let directory: string;
let said: string[];
const loadOrMakeSecrets = (path: string, environment: NodeJS.ProcessEnv = { NODE_ENV: "test" }) =>
  load(path, environment, (text) => said.push(text));
beforeEach(() => {
  said = [];
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

  describe("of which a part is gone while the database is there", () => {
    const keep = (change: (secrets: Record<string, string>) => void) => {
      const secrets: Record<string, string> = { ...loadOrMakeSecrets(directory) };
      mkdirSync(join(directory, "postgres", "data"), { recursive: true });
      change(secrets);
      writeFileSync(join(directory, "secrets.json"), JSON.stringify(secrets));
      return secrets;
    };

    it.each(["TICKET_SIGNING_KEY", "AUTH_SECRET"])("are never replaced where %s is lost", (name) => {
      const left = keep((secrets) => delete secrets[name]);
      expect(() => loadOrMakeSecrets(directory)).toThrow(`has lost ${name}`);
      expect(JSON.parse(readFileSync(join(directory, "secrets.json"), "utf8"))).toEqual(left);
    });

    it("are made where an operator emptied one or the settings have it", () => {
      keep((secrets) => {
        secrets.TICKET_SIGNING_KEY = "";
        delete secrets.AUTH_SECRET;
      });
      const { TICKET_SIGNING_KEY, AUTH_SECRET } = loadOrMakeSecrets(directory, {
        NODE_ENV: "test",
        AUTH_SECRET: "given",
      });
      expect([TICKET_SIGNING_KEY, AUTH_SECRET].every(Boolean)).toBe(true);
      expect(said).toEqual([expect.stringContaining("had no TICKET_SIGNING_KEY")]);
    });

    it("are made, and said, where nothing that is kept depends on them", () => {
      const left = keep((secrets) => delete secrets.DATA_PLATFORM_SECRET);
      const secrets = loadOrMakeSecrets(directory);
      expect(secrets).toMatchObject(left);
      expect(secrets.DATA_PLATFORM_SECRET).toBeTruthy();
      expect(said).toEqual([expect.stringContaining("had no DATA_PLATFORM_SECRET")]);
      loadOrMakeSecrets(directory);
      expect(said).toHaveLength(1);
    });
  });

  it.each(["", "{", "null", "[]", '{"AUTH_SECRET":7}'])(
    "are never replaced because their file is damaged: %j",
    (text) => {
      writeFileSync(join(directory, "secrets.json"), text);
      expect(() => loadOrMakeSecrets(directory)).toThrow(StartFailure);
    },
  );
});
