import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { compressFiles } from "./compress-files.ts";
import { StartFailure } from "./failure.ts";
import { buildLightPages } from "./light-pages.ts";
import { waitForLock } from "./lock.ts";
import { lastLines, runToEnd, withoutEmpty } from "./process.ts";
import { STAND_INS } from "./stand-ins.ts";

/** Everything that the pages are built from, but for tsconfig.json, which the build itself rewrites. */
const SOURCES = [
  "app",
  "components",
  "server",
  "db",
  "public",
  "next.config.js",
  "postcss.config.mjs",
  "proxy.ts",
  "scripts/services/light-chunks.ts",
  "scripts/services/light-pages.ts",
  "scripts/services/compress-files.ts",
  "package.json",
  "package-lock.json",
];

const BUILD_ID_LENGTH = 20;

const STAMP = ".next/source-digest";
const BUILD_LOCK = "node_modules/.cache/seonchak-build.sqlite";

/** Whether the pages in `.next` were built from other sources than those in `root`, or never to the end. */
export function isBuildStale(root: string): boolean {
  const stamp = join(root, STAMP);
  return !existsSync(stamp) || readFileSync(stamp, "utf8") !== digestSources(root);
}

/** A digest of the sources of the build; tests are left out, since no page contains one. */
export function digestSources(root: string): string {
  const digest = createHash("sha256");
  for (const path of SOURCES.flatMap((source) => filesUnder(join(root, source))).sort()) {
    digest
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
  return digest.digest("hex");
}

function filesUnder(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(path, file).startsWith("testing/"));
}

export interface BuildOptions {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  onBuild(): void;
  onWait(): void;
}

/**
 * Builds the pages when they are stale. Two copies that start in one checkout build once: the second waits.
 * @throws StartFailure with the end of the build's output when it fails.
 */
export async function buildIfStale({ root, env, signal, onBuild, onWait }: BuildOptions): Promise<void> {
  if (!isBuildStale(root)) return;
  const cache = join(root, "node_modules/.cache");
  try {
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
  } catch {
    throw new StartFailure(`The pages must be built, but this user cannot write to ${root}.`);
  }
  const lock = await waitForLock(join(root, BUILD_LOCK), { about: "the build", signal, onWait });
  try {
    if (!isBuildStale(root)) return;
    onBuild();
    const digest = digestSources(root);
    rmSync(join(root, STAMP), { force: true });
    const logFile = join(cache, "seonchak-build.log");
    const code = await runToEnd({
      args: ["node_modules/next/dist/bin/next", "build"],
      cwd: root,
      // The pages contain none of the placeholders.
      env: {
        ...STAND_INS,
        ...withoutEmpty(env),
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        SEONCHAK_BUILD_ID: digest.slice(0, BUILD_ID_LENGTH),
      },
      logFile,
      signal,
    });
    if (code !== 0) throw new StartFailure(`The pages could not be built:\n${lastLines(logFile, 40)}`);
    await buildLightPages(root);
    await compressFiles(join(root, ".next/static"));
    writeFileSync(join(root, STAMP), digest);
  } finally {
    lock.release();
  }
}
