import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A bucket's key and region. */
export const S3_KEY = {
  accessKeyId: "AKTEST",
  secretAccessKey: "secret/of+the=key",
  region: "ap-northeast-2",
};

/**
 * A server that keeps one bucket, `/posters`, in memory. It answers 403 to a request whose signature (AWS Signature Version
 * 4) it does not come to itself, or whose body is not the one that was signed.
 */
export async function startS3() {
  const objects = new Map<string, { bytes: Buffer; type: string | undefined }>();
  const failures: number[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const end = (status: number, content?: Buffer) => response.writeHead(status).end(content);
    const failure = failures.shift();
    if (failure) return end(failure);
    if (!isSigned(request, body)) return end(403);
    const key = request.url?.replace(/^\/posters\//, "") ?? "";
    if (key === request.url) return end(404);
    if (request.method === "PUT") {
      objects.set(key, { bytes: body, type: request.headers["content-type"] });
      return end(200);
    }
    const found = objects.get(key);
    if (request.method === "DELETE") objects.delete(key);
    return request.method === "DELETE" ? end(204) : end(found ? 200 : 404, found?.bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    objects,
    /** Statuses with which the next requests are answered. */
    failures,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();

function isSigned({ method, url = "", headers }: IncomingMessage, body: Buffer): boolean {
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w{64})$/;
  const [, id, day = "", region = "", signed = "", signature] =
    pattern.exec(headers.authorization ?? "") ?? [];
  const hash = String(headers["x-amz-content-sha256"]);
  const at = String(headers["x-amz-date"]);
  const required = ["host", "x-amz-content-sha256", "x-amz-date"];
  if (id !== S3_KEY.accessKeyId || region !== S3_KEY.region || !at.startsWith(day)) return false;
  if (!required.every((name) => signed.split(";").includes(name))) return false;
  if (hash !== "UNSIGNED-PAYLOAD" && hash !== sha256(body)) return false;
  if (method === "PUT" && hash === "UNSIGNED-PAYLOAD") return false;
  const [path = "", query = ""] = url.split("?");
  const lines = signed.split(";").map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, path, query, lines.join(""), signed, hash].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", at, scope, sha256(canonical)].join("\n");
  const key = [region, "s3", "aws4_request"].reduce(
    (so, next) => hmac(so, next),
    hmac(`AWS4${S3_KEY.secretAccessKey}`, day),
  );
  return hmac(key, text).toString("hex") === signature;
}
