import { execFile } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { patient } from "#server/testing/patience.ts";
import { takeLock } from "./services/lock.ts";
import { freePort } from "./services/loopback.ts";

const script = fileURLToPath(new URL("start.ts", import.meta.url));
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "seonchak-start-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Starts a copy that is expected to refuse, and gives what it says of it. */
function refusal(settings: Record<string, string>): Promise<{ code: unknown; message: string }> {
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: "production",
    PATH: process.env.PATH,
    DATA_DIR: join(directory, "data"),
    ...settings,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [script], { env }, (error, _stdout, stderr) =>
      resolve({ code: error?.code, message: stderr.trim() }),
    );
  });
}

describe("a start that cannot succeed ends with one message", { timeout: patient(30_000) }, () => {
  it("for a wrong setting, naming it", async () => {
    expect(await refusal({ PORT: "many" })).toEqual({
      code: 1,
      message:
        'Wrong settings in the environment:\n  PORT is "many": expected a whole number from 1 to 65535.',
    });
    expect(existsSync(join(directory, "data"))).toBe(false);
  });

  it("for secrets that are missing beside a database of one's own", async () => {
    const { code, message } = await refusal({ DATABASE_URL: "postgres://app@127.0.0.1:1/app" });
    expect(code).toBe(1);
    expect(message).toContain("AUTH_SECRET is missing");
    expect(message).toMatch(/REDIS_URL is missing: .*would be another queue, and other logins/);
  });

  it("for a port that is taken", async () => {
    const server = createServer().listen(0);
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    expect(await refusal({ PORT: String(port) })).toEqual({
      code: 1,
      message: `Port ${port} is taken, or not allowed. Stop what listens there, or set PORT to another one.`,
    });
    server.close();
  });

  it("for a data directory that cannot be written to", async () => {
    writeFileSync(join(directory, "file"), "");
    const { code, message } = await refusal({
      PORT: String(await freePort()),
      DATA_DIR: join(directory, "file"),
    });
    expect(code).toBe(1);
    expect(message).toMatch(
      /^DATA_DIR .* cannot be used: ENOTDIR.*Choose a directory that can be written to\.$/,
    );
  });

  it("for a second copy on the same data directory, naming the first also where that has the port", async () => {
    const lock = takeLock(join(directory, "running.sqlite"), "http://localhost:3000");
    const server = createServer().listen(0);
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const { code, message } = await refusal({ PORT: String(port), DATA_DIR: directory });
    expect(code).toBe(1);
    expect(message).toContain(`Another copy already runs on ${directory}: process ${process.pid}, http://`);
    lock.release();
    server.close();
  });
});
