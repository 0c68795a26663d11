import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { freePort } from "#scripts/services/loopback.ts";

export interface ApiProcess {
  readonly url: string;
  /** The process that answers now. */
  readonly pid: number;
  kill(): void;
  /** Asks it to stop, as a deployment does. @returns its exit code */
  terminate(): Promise<number | null>;
  stop(): Promise<void>;
}

/**
 * Starts an app process of its own on this process's database and Redis, and waits until it listens.
 * @param reachedAs - the host by which an Inngest server reaches it
 * @param replaced - whether one that dies is replaced on the same port, as the launcher does
 */
export async function startApi({
  settings = process.env,
  replaced = false,
  reachedAs = "127.0.0.1",
}: {
  readonly settings?: NodeJS.ProcessEnv;
  readonly replaced?: boolean;
  readonly reachedAs?: string | undefined;
} = {}): Promise<ApiProcess> {
  const port = await freePort();
  let stopped = false;
  const launch = (): ChildProcess => {
    const started = fork(fileURLToPath(new URL("./api-process.ts", import.meta.url)), {
      env: {
        ...settings,
        PORT: String(port),
        INNGEST_SERVE_ORIGIN: `http://${reachedAs}:${port}`,
        RATE_LIMITS: "off",
        DATABASE_URL: named(settings.DATABASE_URL),
      },
      execArgv: [],
      // Log lines are written as in production, and kept from the terminal.
      stdio: ["ignore", "ignore", replaced ? "ignore" : "inherit", "ipc"],
    });
    started.once("exit", () => {
      if (replaced && !stopped) child = launch();
    });
    return started;
  };
  let child = launch();
  await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error("the app process ended before it listened"))),
  ]);
  const stop = async () => {
    stopped = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  const terminate = async () => {
    stopped = true;
    child.kill("SIGTERM");
    const [code] = (await once(child, "exit")) as [number | null];
    return code;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    get pid() {
      return child.pid ?? 0;
    },
    kill: () => void child.kill("SIGKILL"),
    terminate,
    stop,
  };
}

/** What the connections of app processes are called, so that a test can cut them and keep its own. */
export const API_CONNECTIONS = "seonchak-api";

function named(databaseUrl = ""): string {
  const url = new URL(databaseUrl);
  url.searchParams.set("application_name", API_CONNECTIONS);
  return url.href;
}
