import postgres from "postgres";
import { makeAdmin } from "./services/admin.ts";
import { embeddedDatabaseUrl } from "./services/embedded-database.ts";
import { StartFailure } from "./services/failure.ts";

const [email] = process.argv.slice(2);
try {
  if (!email) throw new StartFailure("npm run make-admin -- the e-mail of an account");
  const url = process.env.DATABASE_URL || embeddedDatabaseUrl(process.env.DATA_DIR || ".data");
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await makeAdmin(sql, email).finally(() => sql.end());
  console.log(`${email} is an administrator from the next login on.`);
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
