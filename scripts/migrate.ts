import { prepareDatabase } from "./services/database-roles.ts";
import { StartFailure } from "./services/failure.ts";
import { terminalProgress } from "./services/progress.ts";

// Apart from the start, so that the owner's password need not be where the app runs.
const { DATABASE_URL: app, MIGRATION_DATABASE_URL: owner } = process.env;
const progress = terminalProgress();
try {
  if (!app || !owner)
    throw new StartFailure(
      "npm run migrate needs DATABASE_URL, the app's, and MIGRATION_DATABASE_URL, the owner's.",
    );
  await prepareDatabase({ owner, app }, progress);
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  progress.fail(error.message);
  process.exitCode = 1;
}
