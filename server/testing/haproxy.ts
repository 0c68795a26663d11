import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#scripts/services/loopback.ts";
import { lastLines, spawnService, untilReady } from "#scripts/services/process.ts";

const PROGRAM = ["haproxy", "/usr/sbin/haproxy"].find((name) => spawnSync(name, ["-v"]).status === 0);

/** Debian's package `haproxy` brings it. */
export const hasHaproxy = PROGRAM !== undefined;

export interface Haproxy {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts an HAProxy before app processes, which it asks for their readiness, and waits until one answers through it.
 * @param endsRequests - whether it ends what waits at a process that is not ready any more; one that is asked to stop
 *   would still answer
 */
export async function startHaproxy(
  appUrls: readonly string[],
  { endsRequests = false }: { readonly endsRequests?: boolean } = {},
): Promise<Haproxy> {
  const directory = mkdtempSync(join(tmpdir(), "seonchak-haproxy-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const servers = appUrls.map(
    (app, n) => `server app${n} ${new URL(app).host} check inter 300ms fall 2 rise 1`,
  );
  const settings = join(directory, "haproxy.cfg");
  writeFileSync(
    settings,
    `defaults
  mode http
  timeout connect 2s
  timeout check 3s
  timeout client 30s
  timeout server 30s
listen shop
  bind 127.0.0.1:${port}
  option httpchk GET /api/health/ready
  option redispatch
  ${endsRequests ? "default-server on-marked-down shutdown-sessions" : ""}
  ${servers.join("\n  ")}
`,
  );
  const logFile = join(directory, "haproxy.log");
  const process = spawnService({
    program: PROGRAM ?? "haproxy",
    args: ["-db", "-f", settings],
    logFile,
    stopSignal: "SIGTERM",
    temporaryDirectory: directory,
  });
  const answers = () =>
    fetch(`${url}/api/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
  if (!(await untilReady(answers, { seconds: 20, ended: process.ended })))
    throw new Error(`HAProxy did not start:\n${lastLines(logFile)}`);
  return {
    url,
    async stop() {
      await process.stop(5);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
