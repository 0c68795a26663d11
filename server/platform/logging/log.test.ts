import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { expect, it } from "vitest";
import { generatedSecrets } from "../config/env-variables.ts";

const WARNS = 'log.warn({ action: "once" });';

/** A process that logs and then goes on, or ends. */
const loggingProcess = (then: string) =>
  spawn(
    process.execPath,
    ["-e", `import("./server/platform/logging/log.ts").then(({ log }) => { ${then} })`],
    {
      env: {
        ...{ NODE_ENV: "production", SEONCHAK_EMBEDDED: "on" },
        ...{ DATABASE_URL: "postgres://nowhere/none", REDIS_URL: "redis://nowhere" },
        ...Object.fromEntries(generatedSecrets.map((name) => [name, randomBytes(32).toString("hex")])),
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );

it.each([
  ["goes on", "setInterval(() => {}, 1000)"],
  ["ends by itself", ""],
  ["is ended", "process.exit(1)"],
])("a warning is written though it fills no buffer, where the process %s", async (_, then) => {
  const child = loggingProcess(`${WARNS} ${then}`);
  try {
    const [text] = await once(child.stdout, "data");
    expect(JSON.parse(String(text))).toMatchObject({ level: "warn", action: "once" });
  } finally {
    child.kill();
  }
});

it("keeps a failed query's text and parameters out of the whole line", async () => {
  const error =
    'Object.assign(new Error("insert 42"), { query: "insert", params: [42], cause: new Error("no table") })';
  const child = loggingProcess(`log.error({ action: "once", err: ${error} }); process.exit()`);
  const [text] = await once(child.stdout, "data");
  expect(String(text)).toContain("no table");
  expect(String(text)).not.toContain('42"');
  expect(String(text)).not.toContain("insert");
});
