import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { buildIfStale } from "#scripts/services/build.ts";
import { freePort } from "#scripts/services/loopback.ts";

/** The whole app with its pages, built where it is not. */
export async function startApp() {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, NODE_ENV: "production" as const, PORT: String(port), APP_URL: url };
  await buildIfStale({
    root,
    env,
    signal: new AbortController().signal,
    onBuild: () => {},
    onWait: () => {},
  });
  const child = fork(`${root}server/main.ts`, {
    env,
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  const answers = () =>
    fetch(`${url}/api/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error("the app ended before it listened");
    await sleep(100);
  }
  return {
    url,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
