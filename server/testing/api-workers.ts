import { fileURLToPath } from "node:url";
import { freePort } from "#scripts/services/loopback.ts";
import { startWorkers } from "#scripts/services/workers.ts";

/**
 * Starts several app processes that share one port, as the launcher does, on this process's database and Redis.
 * @param count - how many
 * @returns their address, and what restarts and ends them
 */
export async function startApiWorkers(count: number) {
  const port = await freePort();
  // They run without the loaders of the test runner.
  process.execArgv = [];
  const workers = await startWorkers({
    count,
    main: fileURLToPath(new URL("./api-process.ts", import.meta.url)),
    env: { ...process.env, PORT: String(port), RATE_LIMITS: "off" },
    graceSeconds: 0,
    log: undefined,
    faults: undefined,
    progress: { step() {}, say() {}, fail() {} },
  });
  return { url: `http://127.0.0.1:${port}`, workers };
}
