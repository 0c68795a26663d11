import { parseArgs } from "node:util";
import { hasHaproxy } from "#server/testing/haproxy.ts";
import { hasPgbouncer } from "#server/testing/pgbouncer.ts";
import { openCentre } from "./rehearse/centre.ts";
import { faults } from "./rehearse/faults.ts";
import { StartFailure } from "./services/failure.ts";
import { terminalProgress } from "./services/progress.ts";

const COLUMNS = [42, 9, 8, 12, 14, 8];

/**
 * Sells through a small data centre on this machine while one part of it after the other breaks. Names of faults as
 * arguments have only these happen. Exits 1 when anything was sold twice, lost or told twice.
 */
async function rehearse(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { stock: { type: "string", default: "600" }, buyers: { type: "string", default: "16" } },
  });
  requirePrograms();
  const wanted = positionals.length === 0 ? faults : faults.filter(({ name }) => positionals.includes(name));
  const progress = terminalProgress();
  const centre = await openCentre(progress);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void centre.stop().finally(() => process.exit(1)));
  try {
    // These read the environment, in which the centre's database is named now.
    const { rush } = await import("./rehearse/rush.ts");
    const { closeAll } = await import("#server/platform/concurrency/singleton.ts");
    progress.say("");
    print(["fault", "requests", "failed", "errors for", "longest pause", "sold"]);
    let well = true;
    for (const fault of wanted) {
      const size = { stock: Number(values.stock), buyers: Number(values.buyers) };
      const { requests, failed, failures, errorSeconds, pauseSeconds, sold, wrong } = await rush(
        centre,
        fault,
        size,
      );
      const seconds = [errorSeconds, pauseSeconds].map((value) => `${value.toFixed(1)} s`);
      print([fault.name, String(requests), String(failed), ...seconds, String(sold)]);
      for (const [kind, times] of failures) progress.say(`  ${times} × ${kind}`);
      for (const sentence of wrong.slice(0, 10)) progress.fail(`  WRONG: ${sentence}`);
      well &&= wrong.length === 0;
    }
    await closeAll();
    return well;
  } finally {
    await centre.stop();
  }
}

function print(cells: readonly string[]): void {
  console.log(cells.map((cell, n) => (n === 0 ? cell.padEnd(42) : cell.padStart(COLUMNS[n] ?? 0))).join(""));
}

function requirePrograms(): void {
  const missing = [!hasHaproxy && "haproxy", !hasPgbouncer && "pgbouncer"].filter((name) => name !== false);
  if (missing.length > 0)
    throw new StartFailure(
      `The rehearsal needs ${missing.join(" and ")}: apt-get install ${missing.join(" ")}, or what your system calls them.`,
    );
}

try {
  process.exitCode = (await rehearse()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
