import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { checkEquations } from "#server/audit/queries.ts";
import { embeddedDatabaseUrl } from "./services/embedded-database.ts";
import { StartFailure } from "./services/failure.ts";

/** Rows named where an equation does not hold; more would only repeat the news. */
const NAMED_MAX = 5;

/** Checks the equations of SPEC 11 on a live database and prints a row for each; exits 1 when one does not hold. */
async function audit(): Promise<boolean> {
  const url = process.env.DATABASE_URL || embeddedDatabaseUrl(process.env.DATA_DIR || ".data");
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    // One snapshot for all: a sale that goes on meanwhile cannot make two numbers disagree.
    const results = await drizzle(sql).transaction(checkEquations, { isolationLevel: "repeatable read" });
    for (const { name, checked, broken } of results) {
      console.log(`${broken.length === 0 ? "holds " : "BROKEN"}  ${String(checked).padStart(7)}  ${name}`);
      if (broken.length > 0) console.log(`                 ${broken.slice(0, NAMED_MAX).join(", ")}`);
    }
    return results.every(({ broken }) => broken.length === 0);
  } finally {
    await sql.end();
  }
}

try {
  process.exitCode = (await audit()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
