import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { equations } from "#server/reports/equations.ts";
import { checkEquations, type EquationResult } from "#server/reports/queries.ts";
import { embeddedDatabaseUrl } from "./services/embedded-database.ts";
import { StartFailure } from "./services/failure.ts";

/** A seal that was taken down elsewhere, such as from the log: `12:9f0c…`, the hash or the beginning of it. */
const [, sealNumber, sealHash] = /^--seal=(\d+):([0-9a-f]{8,64})$/.exec(process.argv[2] ?? "") ?? [];

/**
 * Checks every equation on a live database and prints a row for each; exits 1 when one does not hold. With `--seal` it also
 * checks that the audit log still has that seal: the equations cannot tell that its end was cut off.
 */
async function audit(): Promise<boolean> {
  const url = process.env.DATABASE_URL || embeddedDatabaseUrl(process.env.DATA_DIR || ".data");
  const sql = postgres(url, { max: 2, onnotice: () => {} });
  const count = Object.keys(equations).length;
  console.log(`Checking ${count} equations on one snapshot; a million orders take about a minute.\n`);
  console.log(`        ${"rows".padStart(9)}  equation`);
  const startedAt = performance.now();
  try {
    const results = await checkEquations(drizzle(sql), print);
    const broken = results.filter((result) => result.broken > 0).length;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const outcome = broken === 0 ? `All ${count} equations hold` : `Broken: ${broken} of ${count} equations`;
    console.log(`\n${outcome} (${seconds} s).`);
    const sealed = await checkSeal(sql);
    return broken === 0 && sealed;
  } catch (error) {
    throw failureOf(error as Error);
  } finally {
    await sql.end();
  }
}

function print({ name, checked, broken, named }: EquationResult): void {
  console.log(`${broken === 0 ? "holds " : "BROKEN"}  ${String(checked).padStart(9)}  ${name}`);
  if (broken === 0) return;
  const others = broken > named.length ? `, and ${broken - named.length} more` : "";
  console.log(`                   ${named.join(", ")}${others}`);
}

/** Prints the newest seal of the audit log, and whether the one that was asked for is there. */
async function checkSeal(sql: postgres.Sql): Promise<boolean> {
  const [newest] = await sql`select number, hash from audit_seals order by number desc limit 1`;
  if (newest) console.log(`Newest seal of the audit log: ${newest.number}:${newest.hash}`);
  if (!sealNumber || !sealHash) return true;
  const [known] = await sql`select hash from audit_seals where number = ${sealNumber}`;
  const found = known?.hash.startsWith(sealHash) ?? false;
  console.log(
    `${found ? "holds " : "BROKEN"}  seal ${sealNumber}:${sealHash} is ${found ? "" : "not "}there`,
  );
  return found;
}

/** What the database or the way to it said, where that was the cause. */
function failureOf(error: Error): Error {
  const cause = error.cause instanceof Error ? error.cause : error;
  return "code" in cause ? new StartFailure(`The database cannot be checked: ${cause.message}.`) : error;
}

try {
  process.exitCode = (await audit()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
