import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findLeftover, identityOf, isAlive, rememberService, startMarkOf, stopForeign } from "./identity.ts";
import { givenZombie } from "./testing.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "seonchak-identity-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** A program called redis-server that works in a directory. */
async function redisIn(home: string) {
  const program = join(directory, "redis-server");
  copyFileSync("/bin/sleep", program);
  mkdirSync(home, { recursive: true });
  const child = spawn(program, ["60"], { cwd: home, stdio: "ignore" });
  await once(child, "spawn");
  return { pid: child.pid ?? 0, child };
}

const leftoverOf = (pid: number) =>
  findLeftover({
    remembered: join(directory, "started.json"),
    pid,
    program: "redis",
    directory: join(directory, "ours"),
  });

describe("a service that an earlier launcher left behind", () => {
  it("is known by the directory it works in", async () => {
    const { pid, child } = await redisIn(join(directory, "ours"));
    expect(leftoverOf(pid)).toEqual(identityOf(pid));
    child.kill("SIGKILL");
  });

  it("is not another product's of the same name, which lives on", async () => {
    mkdirSync(join(directory, "ours"));
    const { pid, child } = await redisIn(join(directory, "theirs"));
    expect(leftoverOf(pid)).toBeUndefined();
    expect(isAlive(pid)).toBe(true);
    child.kill("SIGKILL");
  });

  it("is not another program that works in its directory", async () => {
    mkdirSync(join(directory, "ours"));
    const child = spawn("sleep", ["60"], { cwd: join(directory, "ours"), stdio: "ignore" });
    await once(child, "spawn");
    expect(leftoverOf(child.pid ?? 0)).toBeUndefined();
    child.kill("SIGKILL");
  });

  it("is known by what the launcher remembered of it, wherever it works, and its id alone is not it", async () => {
    const child = spawn("sleep", ["60"], { stdio: "ignore" });
    await once(child, "spawn");
    const pid = child.pid ?? 0;
    rememberService(join(directory, "started.json"), pid);
    expect(leftoverOf(0)).toEqual(identityOf(pid));
    writeFileSync(join(directory, "started.json"), JSON.stringify({ pid, mark: "an earlier process" }));
    expect(leftoverOf(0)).toBeUndefined();
    child.kill("SIGKILL");
  });

  it.each([0, -1, 1, process.pid])("is not process %i", (pid) => {
    mkdirSync(join(directory, "ours"));
    expect(leftoverOf(pid)).toBeUndefined();
  });
});

it("takes a process that was killed and not collected for dead", async () => {
  const { owner, end } = await givenZombie();
  expect(isAlive(owner.pid)).toBe(false);
  expect(startMarkOf(owner.pid)).toBe("");
  end();
});

it("signals no process that has got the id since", async () => {
  const child = spawn("sleep", ["60"], { stdio: "ignore" });
  await once(child, "spawn");
  const pid = child.pid ?? 0;
  await stopForeign({ pid, mark: "an earlier process" }, "SIGTERM", 5);
  expect(isAlive(pid)).toBe(true);
  await stopForeign(identityOf(pid), "SIGTERM", 5);
  expect(isAlive(pid)).toBe(false);
});
