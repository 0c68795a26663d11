import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { identityOf, pidSpace } from "./identity.ts";
import { LockTaken, takeLock, waitForLock } from "./lock.ts";
import { givenZombie } from "./testing.ts";

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
    owner: { ...identityOf(pid), about: "http://localhost:3000" },
    async end() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

describe("the lock on a data directory", () => {
  it("is there while it is held, and leaves nothing behind", async () => {
    const lock = await takeLock(path, "me");
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ pid: process.pid, about: "me" });
    expect(readdirSync(directory)).toEqual(["running.lock"]);
    lock.release();
    expect(readdirSync(directory)).toEqual([]);
  });

  it("names the process that holds it", async () => {
    const other = await stranger();
    write(other.owner);
    await expect(takeLock(path, "me")).rejects.toThrow(LockTaken);
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(other.owner);
    expect(readdirSync(directory)).toEqual(["running.lock"]);
    await other.end();
  });

  it("passes from a dead process to the next one", async () => {
    const other = await stranger();
    write(other.owner);
    await other.end();
    await takeLock(path, "me");
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ pid: process.pid });
  });

  it("does not take a stranger with the dead owner's process id for the owner", async () => {
    const other = await stranger();
    write({ ...other.owner, mark: "an earlier process" });
    await takeLock(path, "me");
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ pid: process.pid });
    await other.end();
  });

  it("passes on from an owner that was killed and that nobody collects", async () => {
    const zombie = await givenZombie();
    write({ ...zombie.owner, space: pidSpace(), about: "http://localhost:3000" });
    (await takeLock(path, "me")).release();
    zombie.end();
  });

  it("passes on from another container that gives no sign of life, whoever has its process id here", async () => {
    write({ ...identityOf(process.ppid), space: "another container", about: "http://localhost:3000" });
    writeFileSync(`${path}.beat`, "1 5");
    await takeLock(path, "me", 300);
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ pid: process.pid });
  });

  it("stays with another container that gives signs of life, though its process is nowhere here", async () => {
    const owner = {
      pid: 4_000_000,
      mark: "boot/1",
      space: "another container",
      about: "http://localhost:3000",
    };
    write(owner);
    let beats = 0;
    const beating = setInterval(() => writeFileSync(`${path}.beat`, `1 ${++beats}`), 50);
    await expect(takeLock(path, "me", 60_000)).rejects.toThrow(LockTaken);
    clearInterval(beating);
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(owner);
  });

  it.each(["", "{", "null", "[]"])("takes over a file that says nothing: %j", async (text) => {
    writeFileSync(path, text);
    (await takeLock(path, "me")).release();
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
