import { singleton } from "../concurrency/singleton.ts";
import { env } from "../config/env.ts";
import { diskStore } from "./disk-store.ts";
import type { FileStore } from "./file-store.ts";
import { s3Store } from "./s3-store.ts";

/** The store that the settings choose: a bucket if `S3_BUCKET_URL` is set, else a directory under `DATA_DIR`. */
export const fileStore = (): FileStore => singleton("file-store", chooseStore);

function chooseStore(): FileStore {
  const { S3_BUCKET_URL: bucketUrl, S3_REGION: region } = env;
  const { S3_ACCESS_KEY_ID: accessKeyId = "", S3_SECRET_ACCESS_KEY: secretAccessKey = "" } = env;
  return bucketUrl
    ? s3Store({ bucketUrl, region, accessKeyId, secretAccessKey })
    : diskStore(`${env.DATA_DIR}/files`);
}
