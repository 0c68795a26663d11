import { withOne } from "#db/connection.ts";
import { limitRole } from "#db/limits.ts";
import { excessRightsOf, isUpToDate, migrateDatabase } from "#db/migrate.ts";
import { StartFailure } from "./failure.ts";
import type { Progress } from "./progress.ts";

/** One database, for two roles: the owner of its tables, who migrates it, and the app. No pooler shares their connections. */
export interface DatabaseUrls {
  readonly owner: string;
  /** The same as the owner's unless another one was given. */
  readonly app: string;
}

/**
 * Brings the database up to date as its owner, and says loudly what the app's role may do beyond what it needs. The app's
 * role alone is enough where another process has migrated before.
 * @throws StartFailure when it cannot be brought up to date, with what to set
 */
export async function prepareDatabase(
  { owner, app }: DatabaseUrls,
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  const onWait = (holder: string) =>
    progress.step(`Another copy migrates the database (${holder}): waiting for its end`);
  const done = owner === app && (await isUpToDate(app));
  if (done) await withOne(app, limitRole);
  else
    await migrateDatabase(owner, app, { signal, onWait }).catch((error: Error) => {
      signal?.throwIfAborted();
      refuse(error, owner === app);
    });
  progress.step("The database is up to date");
  const excess = await excessRightsOf(app).catch((error: Error) => {
    throw new StartFailure(`The database of DATABASE_URL cannot be used: ${error.message}.`);
  });
  if (excess.length === 0) return;
  progress.fail(
    `\nWARNING: the role of DATABASE_URL ${excess.join(", ")}. An attacker in the app could change the audit log and the history.\n` +
      "Set MIGRATION_DATABASE_URL to this address, and DATABASE_URL to one with a role of the app's own, such as\n" +
      "postgres://seonchak_app:<a new password>@…: the start makes that role where it may, and gives it what it needs.\n",
  );
}

function refuse(error: Error, alone: boolean): never {
  const cause = error.cause instanceof Error ? error.cause : error;
  const denied = (cause as { code?: string }).code === "42501";
  throw new StartFailure(
    `The database could not be brought up to date: ${cause.message}.` +
      (!denied
        ? ""
        : alone
          ? " Set MIGRATION_DATABASE_URL to the address for the role that owns its tables, or run npm run migrate with it."
          : " Make the role of DATABASE_URL yourself, with CREATE ROLE … LOGIN PASSWORD …, and see that MIGRATION_DATABASE_URL's owns the tables."),
  );
}
