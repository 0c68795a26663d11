import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { patient } from "#server/testing/patience.ts";
import { freePort } from "./loopback.ts";
import { STAND_INS } from "./stand-ins.ts";

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What the launcher does once the packages are there. */
const launcher = `
import { spawn } from "node:child_process";
import { stopWithNpm } from ${JSON.stringify(fileOf("stop-with-npm.mjs"))};
const args = [${JSON.stringify(fileOf("../start.ts"))}, "--dev"];
stopWithNpm(spawn(process.execPath, args, { stdio: ["inherit", "inherit", "inherit", "ipc"] }));
`;

/**
 * A start by npm, which waits for a database that never answers. Its output ends with the last of its processes, since all
 * of them write to the same pipe.
 */
async function givenStart() {
  const directory = mkdtempSync(join(tmpdir(), "seonchak-npm-"));
  writeFileSync(join(directory, "package.json"), JSON.stringify({ scripts: { start: "node launcher.mjs" } }));
  writeFileSync(join(directory, "launcher.mjs"), launcher);
  const settings = { NODE_ENV: "development", PORT: String(await freePort()), DATA_DIR: directory } as const;
  const npm = spawn("npm", ["start"], {
    cwd: directory,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH: process.env.PATH, ...STAND_INS, ...settings },
  });
  onTestFinished(() => {
    try {
      process.kill(-Number(npm.pid), "SIGKILL");
    } catch {
      // All of its processes have ended, as they should.
    }
    rmSync(directory, { recursive: true, force: true });
  });
  let said = "";
  npm.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = once(npm.stdout, "end");
  while (!said.includes("Waiting for the database")) await once(npm.stdout, "data");
  return { npm, ended, said: () => said };
}

it(
  "stops the start in order when npm is killed, although the shell between them goes on",
  async () => {
    const { npm, ended, said } = await givenStart();
    npm.kill("SIGKILL");
    await ended;
    expect(said()).toMatch(/Stopping\n.*Stopped\n$/);
  },
  patient(30_000),
);
