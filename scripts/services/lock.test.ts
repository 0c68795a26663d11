import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LockTaken, takeLock, waitForLock } from "./lock.ts";
import { startMarkOf } from "./process.ts";

let directory: string;
let path: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "seonchak-lock-"));
  path = join(directory, "running.lock");
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const write = (owner: object) => writeFileSync(path, JSON.stringify(owner));

/** A process that lives until it is stopped, to hold a lock in its name. */
async function stranger() {
  const child = spawn("sleep", ["60"], { stdio: "ignore" });
  await once(child, "spawn");
  const pid = child.pid ?? 0;
  return {
    owner: { pid, mark: startMarkOf(pid), about: "http://localhost:3000" },
    async end() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

describe("the lock on a data directory", () => {
  it("is there while it is held, and leaves nothing behind", () => {
    const lock = takeLock(path, "me");
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ pid: process.pid, about: "me" });
    expect(readdirSync(directory)).toEqual(["running.lock"]);
    lock.release();
    expect(readdirSync(directory)).toEqual([]);
  });

  it("names the process that holds it", async () => {
    const other = await stranger();
    write(other.owner);
    expect(() => takeLock(path, "me")).toThrow(LockTaken);
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(other.owner);
    expect(readdirSync(directory)).toEqual(["running.lock"]);
    await other.end();
  });

  it("passes from a dead process to the next one", async () => {
    const other = await stranger();
    write(other.owner);
    await other.end();
    takeLock(path, "me");
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ pid: process.pid });
  });

  it("does not take a stranger with the dead owner's process id for the owner", async () => {
    const other = await stranger();
    write({ ...other.owner, mark: "an earlier process" });
    takeLock(path, "me");
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ pid: process.pid });
    await other.end();
  });

  it.each(["", "{", "null", "[]"])("takes over a file that says nothing: %j", (text) => {
    writeFileSync(path, text);
    takeLock(path, "me").release();
    expect(readdirSync(directory)).toEqual([]);
  });

  it("is waited for until its holder is gone", async () => {
    const other = await stranger();
    write(other.owner);
    const waits: string[] = [];
    const waiting = waitForLock(path, {
      about: "me",
      signal: new AbortController().signal,
      onWait: () => waits.push("waiting"),
    });
    await other.end();
    (await waiting).release();
    expect(waits).toEqual(["waiting"]);
  });

  it("is no longer waited for once the start was stopped", async () => {
    const other = await stranger();
    write(other.owner);
    const stop = new AbortController();
    const waiting = waitForLock(path, { about: "me", signal: stop.signal, onWait: () => stop.abort() });
    await expect(waiting).rejects.toThrow();
    await other.end();
  });
});
