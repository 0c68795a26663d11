import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { timedAnswer } from "./timed-answer.ts";

/** Keeps this process from everything else. */
function block(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** A party in another place, which answers at once, and this process's connection to it. */
async function givenParty() {
  const server = createServer((socket) => socket.pipe(socket)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  await once(socket, "connect");
  onTestFinished(() => {
    socket.destroy();
    server.close();
  });
  return socket;
}

it("counts the time that it waits", async () => {
  const { failure, waitedMs } = await timedAnswer(() => sleep(60), 5000);
  expect(failure).toBeNull();
  expect(waitedMs).toBeGreaterThan(30);
});

it("does not count the time in which the process works", async () => {
  const startedAt = performance.now();
  const { failure, waitedMs } = await timedAnswer(async () => {
    for (let turn = 0; turn < 4; turn++) {
      block(100);
      await sleep(1);
    }
  }, 5000);
  expect(failure).toBeNull();
  expect(performance.now() - startedAt - waitedMs).toBeGreaterThan(390);
});

it("takes an answer that came while the process was blocked past the limit", async () => {
  const socket = await givenParty();
  const ask = async () => {
    const answered = once(socket, "data");
    // The echo runs in this process too, so it has to have its turn before the process is blocked.
    socket.write("?");
    await sleep(5);
    block(80);
    await answered;
  };
  expect(await timedAnswer(ask, 50)).toMatchObject({ failure: null });
});

it("says why there is no answer", async () => {
  expect((await timedAnswer(() => sleep(60_000, undefined, { ref: false }), 20)).failure).toBe(
    "no answer in 20 ms",
  );
  expect((await timedAnswer(() => Promise.reject(new Error("refused")), 1000)).failure).toContain("refused");
});
