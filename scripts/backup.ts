import { takeBackup } from "./backup/take-backup.ts";
import { embeddedOwnerUrl } from "./services/embedded-database.ts";
import { StartFailure } from "./services/failure.ts";
import { readSettings } from "./services/settings.ts";

try {
  if (process.env.DATABASE_URL)
    throw new StartFailure(
      "DATABASE_URL names a server of your own, which npm run backup cannot copy: docs/operations/backup.md has what its own programs do.",
    );
  const { values } = readSettings(process.env, { development: false });
  if (!values.BACKUP_DIR)
    throw new StartFailure("npm run backup needs BACKUP_DIR, with which the app was started.");
  const { endedAt } = await takeBackup({
    dataDirectory: values.DATA_DIR,
    backupDirectory: values.BACKUP_DIR,
    url: embeddedOwnerUrl(values.DATA_DIR),
    keepDays: values.BACKUP_KEEP_DAYS,
    say: console.log,
  });
  console.log(`The backup is complete. Every moment from ${endedAt} on can be restored.`);
  if (values.S3_BUCKET_URL) console.log("Posters are in the bucket of S3_BUCKET_URL, and not in it.");
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
