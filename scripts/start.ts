import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { EnvError } from "#server/platform/config/env.ts";
import { openAppLog } from "./services/app-log.ts";
import { startBacking } from "./services/backing.ts";
import { buildIfStale } from "./services/build.ts";
import { type DataDirectory, openDataDirectory } from "./services/data-directory.ts";
import { StartFailure } from "./services/failure.ts";
import { answersAt, isFree, isLocalOnly, localAddress } from "./services/loopback.ts";
import { lastLines, runToEnd } from "./services/process.ts";
import { type Progress, terminalProgress } from "./services/progress.ts";
import { readSettings, type Settings, warningsAbout } from "./services/settings.ts";
import { watchSources } from "./services/watch.ts";
import { startWorkers } from "./services/workers.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const development = process.argv.includes("--dev");

/** The reason of a stop that a signal asked for; any other reason is an error. */
const ASKED = Symbol("asked to stop");

interface Launch {
  readonly settings: Settings;
  readonly progress: Progress;
  /** Aborted when this copy has to stop. */
  readonly stop: AbortController;
  /** Everything that was started, in order; it is stopped in reverse. */
  readonly started: AsyncDisposableStack;
}

process.exit(await main());

async function main(): Promise<number> {
  const progress = terminalProgress();
  const stop = new AbortController();
  listenForStop(stop, progress);
  const started = new AsyncDisposableStack();
  try {
    const settings = readSettings(process.env, { development });
    // Workers inherit these variables.
    delete process.env.MIGRATION_DATABASE_URL;
    await launch({ settings, progress, stop, started });
    await new Promise((stopped) => stop.signal.addEventListener("abort", stopped));
  } catch (error) {
    stop.abort(error);
  }
  await started.disposeAsync();
  const reason: unknown = stop.signal.reason;
  if (reason === ASKED) {
    progress.step("Stopped");
    return 0;
  }
  const expected = reason instanceof StartFailure || reason instanceof EnvError;
  progress.fail(`\n${expected ? reason.message : `The start failed: ${(reason as Error).stack}`}`);
  return 1;
}

/** A Ctrl-C reaches the whole process group, and may come again through npm: the first one counts. */
function listenForStop(stop: AbortController, progress: Progress): void {
  const ask = () => {
    if (stop.signal.aborted) return;
    progress.say("");
    progress.step("Stopping");
    stop.abort(ASKED);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, ask);
  // The process that started this one is gone, and with it the only one that would stop it.
  process.on("disconnect", ask);
  process.channel?.unref();
}

async function launch({ settings, progress, stop, started }: Launch): Promise<void> {
  const { values } = settings;
  const address = localAddress(values);
  progress.step(`Seonchak starts${development ? " for development" : ""}`);
  const directory =
    settings.values.DATABASE_URL && settings.values.REDIS_URL
      ? undefined
      : started.use(openDataDirectory(values.DATA_DIR, address));
  // After the directory, whose lock names the copy that has the port, where it is one.
  if (!(await isFree(values))) {
    throw new StartFailure(
      `Port ${values.PORT} is taken, or not allowed. Stop what listens there, or set PORT to another one.`,
    );
  }
  const count = development ? 1 : (values.WEB_CONCURRENCY ?? availableParallelism());
  const backing = startBacking({
    settings,
    directory,
    workers: count,
    progress,
    started,
    signal: stop.signal,
  });
  const pages =
    development || values.PROCESS_ROLE === "jobs"
      ? Promise.resolve()
      : buildPages(settings, progress, stop.signal);
  const environment = await together(stop, backing, pages);
  const workers = runWorkers({
    count,
    environment,
    graceSeconds: values.STOP_GRACE_SECONDS,
    directory,
    progress,
    started,
  });
  await together(
    stop,
    workers,
    values.DEMO ? loadDemo(environment, directory, stop.signal) : Promise.resolve(),
  );
  await untilAnswering(address);
  greet(settings, progress, directory);
}

/** Waits for both even if one fails, so that everything they started is known before it is stopped. */
async function together<T>(stop: AbortController, first: Promise<T>, second: Promise<void>): Promise<T> {
  const fail = (error: unknown) => stop.abort(error);
  first.catch(fail);
  second.catch(fail);
  await Promise.allSettled([first, second]);
  stop.signal.throwIfAborted();
  return first;
}

function buildPages(settings: Settings, progress: Progress, signal: AbortSignal): Promise<void> {
  return buildIfStale({
    root,
    env: settings.environment,
    signal,
    onBuild: () => progress.step("Building the pages; this takes about a minute, once"),
    onWait: () => progress.step("Another copy builds the pages; waiting for it"),
  }).then(() => progress.step("The pages are built"));
}

interface Running {
  readonly count: number;
  readonly environment: NodeJS.ProcessEnv;
  readonly graceSeconds: number;
  readonly directory: DataDirectory | undefined;
  readonly progress: Progress;
  readonly started: AsyncDisposableStack;
}

async function runWorkers({
  count,
  environment,
  graceSeconds,
  directory,
  progress,
  started,
}: Running): Promise<void> {
  const openLog = (name: string) =>
    directory && !development ? started.use(openAppLog(directory.log(name))) : undefined;
  const workers = await startWorkers({
    count,
    main: join(root, "server/main.ts"),
    env: environment,
    graceSeconds,
    log: openLog("app.log"),
    faults: openLog("app-faults.log"),
    progress,
  });
  started.use(workers);
  if (development)
    started.use(watchSources([join(root, "server"), join(root, "db")], () => workers.restart()));
  progress.step(count === 1 ? "The app listens" : `The app listens in ${count} processes`);
}

async function loadDemo(
  env: NodeJS.ProcessEnv,
  directory: DataDirectory | undefined,
  signal: AbortSignal,
): Promise<void> {
  const logFile = directory?.log("demo.log");
  const code = await runToEnd({ args: ["scripts/seed.ts"], cwd: root, env, logFile, signal });
  if (code !== 0) {
    throw new StartFailure(`The demo data could not be loaded.\n${logFile ? lastLines(logFile, 20) : ""}`);
  }
}

/** Waits until the app answers, because a process may listen before it answers. */
async function untilAnswering(address: string): Promise<void> {
  if (!(await answersAt(`${address}/api/health/live`, 30_000)))
    throw new StartFailure(`The app listens, but ${address} does not answer.`);
}

function greet(settings: Settings, progress: Progress, directory: DataDirectory | undefined): void {
  const { values } = settings;
  const address = localAddress(values);
  const reach = isLocalOnly(values.HOST)
    ? "for this machine alone (HOST)"
    : `on ${values.HOST ?? "every address"}`;
  const lines = ["", `  Seonchak runs at ${address}, ${reach}`];
  if (values.APP_URL !== address) lines.push(`  and calls itself ${values.APP_URL}`);
  if (values.DEMO)
    lines.push("  Log in as buyer@demo.test, seller@demo.test or admin@demo.test, password Demo1234");
  if (directory) lines.push(`  Data and logs are in ${relative(process.cwd(), directory.path) || "."}`);
  for (const doubt of warningsAbout(settings)) lines.push(`  Note: ${doubt}`);
  lines.push("  Ctrl-C stops it", "");
  progress.say(lines.join("\n"));
}
