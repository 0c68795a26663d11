// The launcher loads it before a single package is installed: it uses nothing but Node itself.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * npm does not always hand a signal down, so the child is stopped once npm is gone. Most shells stay between npm and this
 * process and outlive npm, so it is npm's place above the shell that is watched.
 * @param {import("node:child_process").ChildProcess} child
 */
export function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const { name, above: npm } = aboutProcess(parent);
  const hasShell = /^-?(ba|da|a|k|z)?sh$|^busybox/.test(name);
  const isNpmGone = () => process.ppid !== parent || (hasShell && aboutProcess(parent).above !== npm);
  const timer = setInterval(() => isNpmGone() && child.kill("SIGTERM"), 500);
  child.once("exit", () => clearInterval(timer));
}

/** The name of a process and the id of the one that started it; empty where the system does not say. */
function aboutProcess(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const end = stat.lastIndexOf(")");
    return { name: stat.slice(stat.indexOf("(") + 1, end), above: stat.slice(end + 2).split(" ")[1] };
  } catch {
    const { stdout } = spawnSync("ps", ["-o", "ppid=,comm=", "-p", String(pid)], { encoding: "utf8" });
    const [above = "", path = ""] = (stdout ?? "").trim().split(/\s+/, 2);
    return { name: path.split("/").at(-1) ?? "", above };
  }
}
