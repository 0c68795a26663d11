import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { problemsIn, secretProblems } from "./secrets.ts";

const letters = (length: number) => "k3Jq9ZxV7mTb2LwYc8Rf".repeat(5).slice(0, length);

// Put together here, so that this file itself holds none.
const planted: readonly (readonly [what: string, text: string])[] = [
  ["a private key", `-----BEGIN ${"PRIVATE KEY"}-----\n${letters(64)}\n`],
  ["a private key", `-----BEGIN RSA ${"PRIVATE KEY"}-----\n${letters(64)}\n`],
  ["a live payment key", `TOSS_SECRET_KEY=${"live"}_sk_${letters(24)}`],
  ["a live payment key", `"${"live"}_gck_${letters(24)}"`],
  ["a webhook secret", `SMS_WEBHOOK_SECRET=${"whsec"}_${letters(32)}`],
  ["an Inngest production key", `${"signkey"}-prod-${"0a1b2c3d".repeat(8)}`],
  ["a GitHub token", `${"ghp"}_${letters(36)}`],
  ["an npm token", `//registry.npmjs.org/:_authToken=${"npm"}_${letters(36)}`],
  ["an AWS key", `${"AKIA"}${"ABCD2345EFGH6789"}`],
  ["a Slack token", `${"xoxb"}-${letters(24)}`],
  ["a signed token", `${"eyJ"}${letters(24)}.${"eyJ"}${letters(24)}.${letters(24)}`],
  ["a password in an address", `DATABASE_URL=postgres://app:${letters(24)}@db.example.com/app`],
];

describe("a secret in a file that git keeps", () => {
  it.each(planted)("is found: %s", (what, text) => {
    expect(problemsIn("config.ts", `// one\n${text}\n`)).toEqual([
      `config.ts:2 looks like ${what}. Take it out, and make a new one: it is known now.`,
    ]);
  });

  it.each([
    "test_sk_1234567890abcdef1234567890",
    "live_sk_x",
    "whsec_ and base64",
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    `TOKEN=\${{ secrets.GITHUB_TOKEN }}`,
    `postgres://seonchak_app:\${APP_DATABASE_PASSWORD:?a long random text}@postgres:5432/seonchak`,
    "postgres://user:password@host:port/database",
    "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\n",
  ])("is not what only speaks of one: %s", (text) => {
    expect(problemsIn("config.ts", text)).toEqual([]);
  });

  it("is found behind an example that the standard itself publishes", () => {
    const text = `whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n${planted[4]?.[1]}`;
    expect(problemsIn("config.ts", text)).toEqual([expect.stringMatching(/^config.ts:2 looks like/)]);
  });

  it.each([
    [".env", 1],
    ["app/.env.local", 1],
    [".env.example", 0],
    ["environment.ts", 0],
  ])("%s as a whole is %i", (file, count) => {
    expect(problemsIn(file, "PORT=3000")).toHaveLength(count);
  });

  it("is looked for in what git has and would add, and nowhere else", () => {
    const root = mkdtempSync(join(tmpdir(), "seonchak-secrets-"));
    const secret = planted[2]?.[1] ?? "";
    spawnSync("git", ["init", "-q"], { cwd: root });
    writeFileSync(join(root, ".gitignore"), ".env*\n");
    for (const file of [".env", "kept.ts", "new.ts"]) writeFileSync(join(root, file), secret);
    spawnSync("git", ["add", "kept.ts"], { cwd: root });
    expect(new Set(secretProblems(root).map((problem) => problem.split(":")[0]))).toEqual(
      new Set(["kept.ts", "new.ts"]),
    );
    rmSync(root, { recursive: true, force: true });
  });
});
