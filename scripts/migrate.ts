import { prepareDatabase } from "./services/database-roles.ts";
import { StartFailure } from "./services/failure.ts";
import { requireOwnConnections, urlsOf } from "./services/given-database.ts";
import { terminalProgress } from "./services/progress.ts";

// Apart from the start, so that the owner's password need not be where the app runs.
const { DATABASE_URL, DATABASE_DIRECT_URL, MIGRATION_DATABASE_URL } = process.env;
const progress = terminalProgress();
try {
  if (!DATABASE_URL || !MIGRATION_DATABASE_URL)
    throw new StartFailure(
      "npm run migrate needs DATABASE_URL, the app's, and MIGRATION_DATABASE_URL, the owner's.",
    );
  const urls = urlsOf({ DATABASE_URL, DATABASE_DIRECT_URL, MIGRATION_DATABASE_URL });
  await requireOwnConnections("MIGRATION_DATABASE_URL", urls.owner);
  await prepareDatabase(urls, progress);
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  progress.fail(error.message);
  process.exitCode = 1;
}
