import { parseArgs } from "node:util";
import { restoreBackup } from "./backup/restore-backup.ts";
import { StartFailure } from "./services/failure.ts";

const USE =
  "BACKUP_DIR=… npm run restore -- --into=a new data directory [--to=a moment such as 2026-11-29T14:05:00+09:00]";

try {
  const { values } = parseArgs({ options: { into: { type: "string" }, to: { type: "string" } } });
  const { BACKUP_DIR } = process.env;
  if (!BACKUP_DIR || !values.into) throw new StartFailure(USE);
  const reached = await restoreBackup({
    backupDirectory: BACKUP_DIR,
    into: values.into,
    to: values.to === undefined ? undefined : momentOf(values.to),
    say: console.log,
  });
  console.log(
    `Restored${reached ? `: the last transaction is of ${reached.toISOString()}` : ""}.
Stop the old app, then: DATA_DIR=${values.into} BACKUP_DIR=${BACKUP_DIR} npm start
What has to be done beside it is in docs/operations/backup.md.`,
  );
} catch (error) {
  const { code } = error as { code?: string };
  if (!(error instanceof StartFailure) && !code?.startsWith("ERR_PARSE_ARGS")) throw error;
  console.error(error instanceof StartFailure ? error.message : USE);
  process.exitCode = 1;
}

/** Without its zone a time is another moment on another machine. */
function momentOf(text: string): Date {
  const moment = new Date(text);
  if (!/(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(moment.getTime()))
    throw new StartFailure(`--to=${text} is no moment with its zone. ${USE}`);
  return moment;
}
