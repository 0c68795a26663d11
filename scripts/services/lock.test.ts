import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { until } from "#server/testing/until.ts";
import { LockTaken, takeLock, waitForLock } from "./lock.ts";

let directory: string;
let path: string;
let children: ChildProcess[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "seonchak-lock-"));
  path = join(directory, "running.sqlite");
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(directory, { recursive: true, force: true });
});

const PROGRAM = `
  const { takeLock } = await import(${JSON.stringify(new URL("lock.ts", import.meta.url).href)});
  takeLock(process.argv[1], "http://localhost:3000");
  console.log(process.pid);
  setInterval(() => {}, 60_000);`;

/** A process that holds the lock; with `shell` its parent is a shell that never collects it. */
async function givenHolder({ shell = false } = {}) {
  const args = ["--input-type=module", "-e", PROGRAM, path];
  const child = shell
    ? spawn("sh", ["-c", '"$@" & exec sleep 60', "sh", process.execPath, ...args], { stdio: "pipe" })
    : spawn(process.execPath, args, { stdio: "pipe" });
  children.push(child);
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { pid: Number(line), child };
}

const neverStopped = new AbortController().signal;
const nothing = () => {};

describe("the lock on a data directory", () => {
  it("is held until it is released, and leaves an empty file behind", () => {
    const lock = takeLock(path, "me");
    expect(() => takeLock(path, "me again")).toThrow(LockTaken);
    lock.release();
    expect(readdirSync(directory)).toEqual(["running.sqlite"]);
    takeLock(path, "me again").release();
  });

  it("names the process that holds it", async () => {
    const { pid } = await givenHolder();
    const error = expect.objectContaining({ holder: { pid, about: "http://localhost:3000" } });
    expect(() => takeLock(path, "me")).toThrow(error);
  });

  it("is free at once when its holder was killed", async () => {
    const { child } = await givenHolder();
    child.kill("SIGKILL");
    await once(child, "exit");
    takeLock(path, "me").release();
  });

  it("is free when its holder was killed and its parent does not collect it", async () => {
    const { pid } = await givenHolder({ shell: true });
    process.kill(pid, "SIGKILL");
    (await waitForLock(path, { about: "me", signal: neverStopped, onWait: nothing })).release();
  });

  it("goes to one of many processes that take it at the same moment", async () => {
    const all = Array.from({ length: 4 }, () => givenHolder().catch(() => undefined));
    const first = await Promise.race(all);
    expect(() => takeLock(path, "me")).toThrow(`Process ${first?.pid} holds the lock.`);
    await until(() => children.filter(({ exitCode }) => exitCode === 1).length === children.length - 1);
  });

  it("is waited for until its holder is gone", async () => {
    const { child } = await givenHolder();
    const waits: string[] = [];
    const onWait = () => waits.push("waiting");
    const waiting = waitForLock(path, { about: "me", signal: neverStopped, onWait });
    child.kill("SIGKILL");
    (await waiting).release();
    expect(waits).toEqual(["waiting"]);
  });

  it("is no longer waited for once the start was stopped", async () => {
    await givenHolder();
    const stop = new AbortController();
    const waiting = waitForLock(path, { about: "me", signal: stop.signal, onWait: () => stop.abort() });
    await expect(waiting).rejects.toThrow();
  });
});
