import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type ApiProcess, startApi } from "../testing/api-processes.ts";
import { type Haproxy, hasHaproxy, startHaproxy } from "../testing/haproxy.ts";
import { patient } from "../testing/patience.ts";
import { until } from "../testing/until.ts";

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

describe.skipIf(!hasHaproxy)("behind HAProxy", () => {
  let proxy: Haproxy;
  beforeAll(async () => {
    proxy = await startHaproxy(apps.map(({ url }) => url));
  });
  afterAll(() => proxy?.stop());

  it("a process that is asked to stop is no longer ready, still answers, and ends without a request that fails", async () => {
    const [leaving] = apps as [ApiProcess];
    const failed: string[] = [];
    let asked = 0;
    let over = false;
    const keepAsking = async () => {
      while (!over) {
        const said = await fetch(`${proxy.url}/api/health/live`).then(({ status }) => String(status), String);
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
