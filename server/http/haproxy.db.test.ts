import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { freePort } from "#scripts/services/loopback.ts";
import { type ServiceProcess, spawnService, untilReady } from "#scripts/services/process.ts";
import { type ApiProcess, startApi } from "../testing/api-processes.ts";
import { patient } from "../testing/patience.ts";
import { until } from "../testing/until.ts";

/** Debian's package `haproxy` brings it. */
const PROGRAM = ["haproxy", "/usr/sbin/haproxy"].find((name) => spawnSync(name, ["-v"]).status === 0);
const GRACE_SECONDS = 4;

/** The status line of the answer to a request that is sent as it stands. */
const statusOf = (url: string, request: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.once("error", reject);
    socket.once("data", (chunk) => {
      resolve(chunk.toString().split("\r\n", 1)[0] ?? "");
      socket.destroy();
    });
  });

let apps: ApiProcess[];
beforeAll(async () => {
  vi.stubEnv("STOP_GRACE_SECONDS", String(GRACE_SECONDS));
  apps = await Promise.all([startApi(), startApi()]);
}, patient(60_000));
afterAll(() => Promise.all((apps ?? []).map((app) => app.stop())));

it("answers who asks for its health without a host, as HTTP/1.0 does, and refuses such a request elsewhere", async () => {
  // The other one is asked to stop.
  const url = apps[1]?.url ?? "";
  expect(await statusOf(url, "GET /api/health/live HTTP/1.0\r\n\r\n")).toContain("200");
  expect(await statusOf(url, "GET /api/health/ready HTTP/1.0\r\n\r\n")).toContain("200");
  expect(await statusOf(url, "GET /api/health/ready HTTP/1.1\r\n\r\n")).toContain("400");
  expect(await statusOf(url, "GET /api/events HTTP/1.0\r\n\r\n")).toContain("400");
});

describe.skipIf(!PROGRAM)("behind HAProxy", () => {
  const directory = mkdtempSync(join(tmpdir(), "seonchak-haproxy-"));
  let proxy: ServiceProcess;
  let url: string;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const servers = apps.map(
      (app, n) => `server app${n} ${new URL(app.url).host} check inter 300ms fall 2 rise 1`,
    );
    const settings = join(directory, "haproxy.cfg");
    writeFileSync(
      settings,
      `defaults
  mode http
  timeout connect 2s
  timeout client 30s
  timeout server 30s
listen shop
  bind 127.0.0.1:${port}
  option httpchk GET /api/health/ready
  ${servers.join("\n  ")}
`,
    );
    proxy = spawnService({
      program: PROGRAM ?? "haproxy",
      args: ["-db", "-f", settings],
      logFile: join(directory, "haproxy.log"),
      stopSignal: "SIGTERM",
      temporaryDirectory: directory,
    });
    const answers = () =>
      fetch(`${url}/api/health/live`).then(
        ({ ok }) => ok,
        () => false,
      );
    expect(await untilReady(answers, { seconds: 20, ended: proxy.ended })).toBe(true);
  });
  afterAll(async () => {
    await proxy?.stop(5);
    rmSync(directory, { recursive: true, force: true });
  });

  it("a process that is asked to stop is no longer ready, still answers, and ends without a request that fails", async () => {
    const [leaving] = apps as [ApiProcess];
    const failed: string[] = [];
    let asked = 0;
    let over = false;
    const keepAsking = async () => {
      while (!over) {
        const said = await fetch(`${url}/api/health/live`).then(({ status }) => String(status), String);
        if (said !== "200") failed.push(said);
        asked += 1;
      }
    };
    const askers = Promise.all([keepAsking(), keepAsking()]);
    const ended = leaving.terminate();
    await until(async () => (await fetch(`${leaving.url}/api/health/ready`)).status === 503);
    expect((await fetch(`${leaving.url}/api/health/live`)).status).toBe(200);
    expect(await ended).toBe(0);
    // The other one has them all now.
    const before = asked;
    await until(() => asked > before + 20);
    over = true;
    await askers;
    expect(failed).toEqual([]);
  });
});
