import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { oddServer, rawServer } from "../../testing/misbehaving-server.ts";
import { patient } from "../../testing/patience.ts";
import { createOutboundHttp, type PostOptions, type PostOutcome } from "./outbound-http.ts";

/** The bound of a call that has to meet it. */
const SHORT_MS = 300;
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** Ends with the test. */
function kept<T extends { stop(): Promise<void> }>(server: T): T {
  stops.push(() => server.stop());
  return server;
}

const post = (url: string, options: Partial<PostOptions> = {}, signal = new AbortController().signal) =>
  createOutboundHttp({ isTrusted: () => true, timeoutMs: patient(5_000), ...options })({
    url,
    headers: {},
    body: "{}",
    signal,
  });

async function outcomeOf(
  answer: (response: ServerResponse) => unknown,
  options: Partial<PostOptions> = {},
): Promise<PostOutcome> {
  const server = kept(await oddServer((_, response) => answer(response)));
  return post(server.url, options);
}

/** What connects to a server that does this with each connection. */
async function outcomeOfRaw(onConnection: Parameters<typeof rawServer>[0]): Promise<PostOutcome> {
  const server = kept(await rawServer(onConnection));
  return post(server.url);
}

describe("an answer", () => {
  it.each([200, 204, 300, 301, 302, 307, 308, 400, 404, 418, 429, 500, 503])(
    "of %i is told as it is, and no redirect is followed",
    async (status) => {
      const elsewhere = kept(await oddServer((_, response) => response.end()));
      const outcome = await outcomeOf((response) =>
        response.writeHead(status, { location: elsewhere.url }).end(),
      );
      expect(outcome).toMatchObject({ kind: "answered", status });
      expect(elsewhere.got).toEqual([]);
    },
  );

  it.each([
    ["7", 7],
    [" 120 ", 120],
    ["soon", undefined],
    ["-5", undefined],
    ["Wed, 21 Oct 2015 07:28:00 GMT", 0],
  ])("with Retry-After %j asks to be left alone for %j seconds", async (header, seconds) => {
    const outcome = await outcomeOf((response) => response.writeHead(503, { "retry-after": header }).end());
    expect(outcome).toMatchObject({ retryAfterSeconds: seconds });
  });

  it("with Retry-After as a date asks until then", async () => {
    const at = new Date(Date.now() + 90_000).toUTCString();
    const outcome = await outcomeOf((response) => response.writeHead(429, { "retry-after": at }).end());
    const { retryAfterSeconds = 0 } = outcome.kind === "answered" ? outcome : {};
    expect(retryAfterSeconds).toBeGreaterThan(80);
    expect(retryAfterSeconds).toBeLessThanOrEqual(90);
  });

  it("without end is read for 20 kB, kept for 2 KB, and cut off", async () => {
    let closed = false;
    const outcome = await outcomeOf((response) => {
      response.once("close", () => {
        closed = true;
      });
      const more = () => !response.destroyed && response.write("x".repeat(8000), () => setImmediate(more));
      more();
    });
    expect(outcome).toMatchObject({ kind: "answered", status: 200, response: "x".repeat(2048) });
    await expect.poll(() => closed).toBe(true);
  });

  it("is kept in characters that Postgres can store", async () => {
    const outcome = await outcomeOf((response) => response.end(Buffer.from([0x61, 0x00, 0xff, 0x62])));
    expect(outcome).toMatchObject({ response: "a\ufffd\ufffdb" });
  });
});

describe("no answer", () => {
  it.each<[string, (response: ServerResponse) => unknown]>([
    ["at all", () => {}],
    ["after its headers", (response) => response.writeHead(200).flushHeaders()],
    [
      "after half of its body",
      (response) => response.writeHead(200, { "content-length": 10 }).write("12345"),
    ],
  ])("%s is a timeout", async (_, answer) => {
    const outcome = await outcomeOf(answer, { timeoutMs: SHORT_MS });
    expect(outcome).toEqual({ kind: "timeout", error: "no answer within 0.3 s" });
  });

  it("late but within its time is an answer", async () => {
    const outcome = await outcomeOf((response) => setTimeout(() => response.end("late"), SHORT_MS));
    expect(outcome).toMatchObject({ kind: "answered", response: "late" });
  });

  it("from a name that is never resolved is a timeout", async () => {
    const outcome = await post("https://a.example/", {
      ...{ isTrusted: () => false, lookup: (() => {}) as never },
      timeoutMs: SHORT_MS,
    });
    expect(outcome).toMatchObject({ kind: "timeout" });
  });

  it("from a name that does not exist is the network's", async () => {
    const lookup = ((_name: string, _options: object, done: (error: Error) => void) =>
      done(Object.assign(new Error("getaddrinfo ENOTFOUND a.example"), { code: "ENOTFOUND" }))) as never;
    const outcome = await post("https://a.example/", { isTrusted: () => false, lookup });
    expect(outcome).toMatchObject({ kind: "network", error: expect.stringContaining("ENOTFOUND") });
  });

  it("from a port that is closed is the network's", async () => {
    const server = await oddServer(() => {});
    await server.stop();
    expect(await post(server.url)).toMatchObject({
      kind: "network",
      error: expect.stringContaining("ECONNREFUSED"),
    });
  });

  it.each<[string, Parameters<typeof rawServer>[0]]>([
    ["reset before it", (socket) => socket.once("data", () => socket.resetAndDestroy())],
    [
      "reset in the middle of a 200",
      (socket) =>
        socket.once("data", () => {
          socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf", () => socket.resetAndDestroy());
        }),
    ],
    ["closed at once", (socket) => socket.end()],
    ["that is no HTTP", (socket) => socket.once("data", () => socket.end("SSH-2.0-OpenSSH_9.2\r\n"))],
  ])("but one %s is the network's", async (_, onConnection) => {
    expect(await outcomeOfRaw(onConnection)).toMatchObject({ kind: "network" });
  });

  it("ends when the process stops", async () => {
    const server = kept(await oddServer(() => {}));
    const stopping = new AbortController();
    const outcome = post(server.url, { timeoutMs: patient(60_000) }, stopping.signal);
    await expect.poll(() => server.got.length).toBe(1);
    stopping.abort();
    expect(await outcome).toMatchObject({ kind: "network" });
  });
});

describe("an address that is not to be called", () => {
  const strictly = (url: string, addresses: readonly string[] = []) => {
    const left = [...addresses];
    const lookup = ((_name: string, _options: object, done: (...answer: unknown[]) => void) =>
      done(null, [{ address: left.shift() ?? "127.0.0.1", family: 4 }])) as never;
    return post(url, { isTrusted: () => false, lookup });
  };

  it("is refused however it is written, and nothing is connected to", async () => {
    const server = kept(await oddServer((_, response) => response.end()));
    for (const host of [
      "127.0.0.1",
      "2130706433",
      "0x7f000001",
      "[::1]",
      "[::ffff:7f00:1]",
      "a.example",
      "localhost",
    ])
      expect(await strictly(`https://${host}:${server.port}/`)).toMatchObject({ kind: "blocked" });
    expect(server.connections()).toBe(0);
  });

  it("is refused though the name led elsewhere a moment ago: what is looked up is what is connected to", async () => {
    const server = kept(await oddServer((_, response) => response.end()));
    const lookups: string[] = [];
    const answers = ["127.0.0.1"];
    const lookup = ((name: string, _options: object, done: (...answer: unknown[]) => void) => {
      lookups.push(name);
      done(null, [{ address: answers.shift() ?? "127.0.0.1", family: 4 }]);
    }) as never;
    const outcome = await post(`https://rebind.example:${server.port}/`, { isTrusted: () => false, lookup });
    expect(outcome).toMatchObject({ kind: "blocked" });
    expect(lookups).toEqual(["rebind.example"]);
    expect(server.connections()).toBe(0);
  });

  it("is refused where it is not https, and where it is no address", async () => {
    expect(await strictly("http://8.8.8.8/")).toMatchObject({ kind: "blocked" });
    expect(await strictly("nonsense")).toMatchObject({ kind: "network" });
  });
});
