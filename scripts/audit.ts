import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { checkEquations, type EquationResult } from "#server/audit/queries.ts";
import { embeddedDatabaseUrl } from "./services/embedded-database.ts";
import { StartFailure } from "./services/failure.ts";

/** Checks every equation on a live database and prints a row for each; exits 1 when one does not hold. */
async function audit(): Promise<boolean> {
  const url = process.env.DATABASE_URL || embeddedDatabaseUrl(process.env.DATA_DIR || ".data");
  const sql = postgres(url, { max: 2, onnotice: () => {} });
  try {
    const results = await checkEquations(drizzle(sql), print);
    return results.every(({ broken }) => broken === 0);
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

try {
  process.exitCode = (await audit()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
