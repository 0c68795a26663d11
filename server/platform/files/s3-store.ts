import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { type FileStore, requireKey } from "./file-store.ts";

interface Bucket {
  /** Its address, to which a key is added: `https://s3.ap-northeast-2.amazonaws.com/posters`. */
  readonly bucketUrl: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const TIMEOUT_MS = 10_000;
/** How often a request that was answered with 429 or a fault of the server is sent again. */
const RETRIES = 2;

/** Keeps files in a bucket of any server that speaks the S3 protocol; requests are signed (AWS Signature Version 4). */
export function s3Store({ bucketUrl, ...credentials }: Bucket): FileStore {
  const client = new AwsClient({ ...credentials, service: "s3", retries: RETRIES });
  const ask = async (method: string, key: string, init: RequestInit = {}) => {
    const answer = await client.fetch(`${bucketUrl}/${requireKey(key)}`, {
      ...init,
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (answer.ok || answer.status === 404) return answer;
    await answer.body?.cancel();
    throw new Error(`the bucket answered ${method} with ${answer.status}`);
  };
  return {
    async write(key, bytes, contentType) {
      // With its hash in the signature, the server refuses a body that was changed on the way.
      const hash = createHash("sha256").update(bytes).digest("hex");
      const headers = { "content-type": contentType, "x-amz-content-sha256": hash };
      const answer = await ask("PUT", key, { headers, body: bytes.slice() });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error("there is no such bucket");
    },
    async read(key) {
      const answer = await ask("GET", key);
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
      await answer.body?.cancel();
      return undefined;
    },
    async remove(key) {
      const answer = await ask("DELETE", key);
      await answer.body?.cancel();
    },
  };
}
