import { fileURLToPath } from "node:url";
import { until } from "#server/testing/until.ts";
import { isAlive } from "../services/identity.ts";
import { freePort } from "../services/loopback.ts";
import { type ServiceProcess, spawnService } from "../services/process.ts";

const MAIN = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

/** A whole app process but for its pages, which is replaced on the same port when it ends, as the launcher does. */
export interface App {
  readonly url: string;
  kill(): void;
  /** Halts it where it is, so that its connections stay open and nothing answers. */
  halt(): void;
  goOn(): void;
  untilReady(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one with these settings, whose log goes to `logFile`. */
export async function startApp(settings: NodeJS.ProcessEnv, logFile: string): Promise<App> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let stopped = false;
  const launch = (): ServiceProcess => {
    const started = spawnService({
      program: process.execPath,
      args: [MAIN],
      // The role that needs no pages built; its processes answer the whole API, and run the jobs.
      env: { ...settings, PORT: String(port), PROCESS_ROLE: "jobs" },
      logFile,
      stopSignal: "SIGTERM",
    });
    void started.ended.then(() => {
      if (!stopped) running = launch();
    });
    return started;
  };
  let running = launch();
  const signal = (name: NodeJS.Signals) => void process.kill(running.pid, name);
  const isReady = () => fetch(`${url}/api/health/ready`).then(({ ok }) => ok);
  return {
    url,
    kill: () => signal("SIGKILL"),
    halt: () => signal("SIGSTOP"),
    goOn: () => signal("SIGCONT"),
    untilReady: async () => void (await until(isReady, { timeoutMs: 30_000 })),
    async stop() {
      stopped = true;
      // One that is halted does not hear that it has to stop.
      if (isAlive(running.pid)) signal("SIGCONT");
      await running.stop(5);
    },
  };
}
