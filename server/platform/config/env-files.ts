import { z } from "zod";
import { variable } from "#server/platform/config/env-declaration.ts";
import { httpUrl, wholeNumber } from "#server/platform/config/env-schemas.ts";

/** The variables that say where uploaded files and backups are kept. */
export const files = {
  S3_BUCKET_URL: variable({
    schema: httpUrl.optional(),
    expects: "the address of a bucket, such as https://s3.ap-northeast-2.amazonaws.com/posters",
    unset: "uploaded files are kept under `DATA_DIR`, which all app processes then have to share",
  }),
  S3_REGION: variable({
    schema: z.string().default("us-east-1"),
    expects: "the region of the bucket",
    unset: "`us-east-1`, which servers without regions take",
  }),
  S3_ACCESS_KEY_ID: variable({
    schema: z.string().optional(),
    expects: "the id of a key that may read, write and delete objects of the bucket",
    unset: "none; required with `S3_BUCKET_URL`",
  }),
  S3_SECRET_ACCESS_KEY: variable({
    schema: z.string().optional(),
    expects: "the secret of that key",
    unset: "none; required with `S3_BUCKET_URL`",
    secret: true,
  }),
  BACKUP_DIR: variable({
    schema: z.string().optional(),
    expects: "a directory on another disk, with the embedded database alone",
    unset:
      "nothing is backed up; with it the database's log goes there each minute, and `npm run backup` copies the rest",
  }),
  BACKUP_KEEP_DAYS: variable({
    schema: wholeNumber(1, 3650).default(7),
    expects: "a whole number from 1 to 3650",
    unset: "7: `npm run backup` deletes what no moment of so many days needs",
  }),
};
