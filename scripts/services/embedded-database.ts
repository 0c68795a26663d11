import { readFileSync } from "node:fs";
import { join } from "node:path";
import { appUrlOf } from "#db/roles.ts";
import { StartFailure } from "./failure.ts";

/**
 * The address of the embedded database that runs on a data directory, for tools beside the app, as the app's role.
 * @throws StartFailure when none runs there
 */
export const embeddedDatabaseUrl = (dataDirectory: string): string =>
  appUrlOf(embeddedOwnerUrl(dataDirectory));

/** The same as the owner, who may do everything there. */
export function embeddedOwnerUrl(dataDirectory: string): string {
  const folder = join(dataDirectory, "postgres");
  try {
    const password = readFileSync(join(folder, "password"), "utf8").trim();
    // The fourth line of postmaster.pid is the port.
    const port = readFileSync(join(folder, "data", "postmaster.pid"), "utf8")
      .split("\n")[3]
      ?.trim();
    return `postgres://postgres:${password}@127.0.0.1:${port}/seonchak`;
  } catch {
    throw new StartFailure(`No app runs on ${dataDirectory}: start it with npm start, or set DATABASE_URL.`);
  }
}
