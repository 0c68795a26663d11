// Runs on any Node from 20.9 on, before a single package is installed: it uses nothing but Node itself.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const inRoot = (path) => join(root, path);

/** What each task runs, and what it cannot do without. */
const tasks = {
  start: { run: ["scripts/start.ts"], needs: [redis] },
  build: { run: ["scripts/build.ts"], needs: [] },
  dev: { run: ["scripts/start.ts", "--dev"], needs: [redis] },
  test: { run: ["scripts/test.ts"], needs: [forStages(redis, "db", "e2e"), forStages(chromium, "e2e")] },
  check: { run: ["scripts/test.ts", "--no-e2e"], needs: [redis] },
  bench: { run: ["bench/main.ts"], needs: [redis] },
  audit: { run: ["scripts/audit.ts"], needs: [] },
  migrate: { run: ["scripts/migrate.ts"], needs: [] },
  "make-admin": { run: ["scripts/make-admin.ts"], needs: [] },
  "inngest:check": { run: ["scripts/inngest-check.ts"], needs: [redis] },
  generate: { run: ["scripts/generate.ts"], needs: [] },
  "new:domain": { run: ["scripts/new-domain.ts"], needs: [] },
  "new:command": { run: ["scripts/new-command.ts"], needs: [] },
  advisories: { run: ["scripts/advisories.ts"], needs: [] },
  "check:structure": { run: ["scripts/check-structure.ts"], needs: [] },
  screenshots: { run: ["scripts/screenshots.ts"], needs: [chromium] },
};

await main(process.argv[2] ?? "", process.argv.slice(3));

async function main(name, args) {
  const task = tasks[name];
  if (!task) fail(`Unknown task "${name}". There are: ${Object.keys(tasks).join(", ")}.`);
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 9))
    fail(`Node 20.9 or later is needed; this is ${process.version}.`);
  installPackages();
  for (const need of task.needs) need(args);
  process.exitCode = await runOnNode24([...task.run, ...args]);
}

// --- packages

function installPackages() {
  const lock = readFileSync(inRoot("package-lock.json"));
  const stampFile = inRoot("node_modules/.seonchak-lock");
  const stamp = createHash("sha256").update(lock).digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  if (!areInstalled(JSON.parse(lock).packages)) {
    say("Installing packages (npm ci); this takes a minute or two, once");
    // npm ci refuses a lock without the packages of other systems, which a registry that lacks them cannot name.
    const installed = npm("ci") || npm("install", "--no-save");
    if (!installed) fail("The packages could not be installed: see npm's message above.");
  }
  writeFileSync(stampFile, stamp);
}

function npm(...command) {
  // Errors alone: what npm warns of concerns who chose the packages, and a newcomer takes it for a fault.
  const args = [...command, "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const script = process.env.npm_execpath;
  const [program, ...rest] = script ? [process.execPath, script, ...args] : ["npm", ...args];
  return (
    spawnSync(program, rest, { cwd: root, stdio: "inherit", shell: !script && isWindows() }).status === 0
  );
}

/** Somebody may have run npm by hand: then npm's own record says the same as the lock, and nothing is to be done. */
function areInstalled(wanted) {
  const record = inRoot("node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const present = JSON.parse(readFileSync(record, "utf8")).packages;
  const fits = (path) => present[path]?.version === wanted[path]?.version;
  const required = Object.keys(wanted).filter((path) => path !== "" && !wanted[path].optional);
  return required.every(fits) && Object.keys(present).every(fits);
}

// --- programs

/** `npm test -- unit` needs no database server and no browser; without a stage, all of them run. */
function forStages(need, ...stages) {
  return (args) => {
    const chosen = args.filter((arg) => !arg.startsWith("-"));
    if (chosen.length === 0 || chosen.some((stage) => stages.includes(stage))) need();
  };
}

function redis() {
  if (process.env.REDIS_URL || runs("redis-server") || runs("valkey-server")) return;
  say("Installing redis-server");
  if (!installFromDebian("redis-server") || !runs("redis-server")) {
    fail(
      "redis-server is missing and could not be installed here. Install it (Debian and Ubuntu: apt-get install " +
        "redis-server; Fedora: dnf install valkey; macOS: brew install redis), or set REDIS_URL to a server of your own.",
    );
  }
}

/** The browser of the end-to-end tests; its path is handed down in CHROMIUM_PATH. */
function chromium() {
  if (process.env.CHROMIUM_PATH) return;
  let path = findChromium();
  if (!path) {
    say("Installing Chromium for the end-to-end tests");
    if (!installFromDebian("chromium")) {
      spawnSync(process.execPath, [inRoot("node_modules/@playwright/test/cli.js"), "install", "chromium"], {
        cwd: root,
        stdio: "inherit",
      });
    }
    path = findChromium();
  }
  if (!path)
    fail("Chromium is missing and could not be installed here. Install it, or set CHROMIUM_PATH to one.");
  process.env.CHROMIUM_PATH = path;
}

function findChromium() {
  const { chromium: bundled } = createRequire(inRoot("package.json"))("@playwright/test");
  if (existsSync(bundled.executablePath())) return bundled.executablePath();
  for (const name of ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) {
    const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
    if (found.status === 0) return found.stdout.trim();
  }
  return undefined;
}

function installFromDebian(name) {
  if (process.getuid?.() !== 0 || !runs("apt-get")) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) =>
    spawnSync("apt-get", ["-qq", ...args], { env, stdio: ["ignore", "ignore", "inherit"] });
  return apt("update").status === 0 && apt("install", "-y", "--no-install-recommends", name).status === 0;
}

function runs(program) {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
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

/** npm does not always hand a signal down: when it is gone, nobody is left to stop the child. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500);
  child.once("exit", () => clearInterval(timer));
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
