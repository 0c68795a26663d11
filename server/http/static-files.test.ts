import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { compressFiles } from "#scripts/services/compress-files.ts";
import { serveStaticFiles } from "./static-files.ts";

const SCRIPT = "alert('선착');\n".repeat(100);
const AT = "/_next/static/chunks/a.js";

const root = mkdtempSync(join(tmpdir(), "seonchak-static-"));
mkdirSync(join(root, ".next/static/chunks"), { recursive: true });
mkdirSync(join(root, "public/fonts"), { recursive: true });
writeFileSync(join(root, ".next/static/chunks/a.js"), SCRIPT);
writeFileSync(join(root, ".next/secret.json"), "{}");
writeFileSync(join(root, "public/fonts/core.woff2"), "a font");
await compressFiles(join(root, ".next/static"));
const server = createServer(
  serveStaticFiles((request, response) => response.end(`a page at ${request.url}`), root),
).listen(0, "127.0.0.1");
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const ask = (path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const asked = send({ host: "127.0.0.1", port, path, method, headers }, async (response) => {
      const { statusCode: status, headers } = response;
      resolve({ status, headers, body: Buffer.concat(await response.toArray()) });
    });
    asked.on("error", reject).end();
  });

it.each([
  ["gzip, deflate, br", "br", brotliDecompressSync],
  ["gzip, deflate", "gzip", gunzipSync],
  ["identity", undefined, (body: Buffer) => body],
])("a script comes as the build has compressed it to who takes %s", async (accepted, encoding, open) => {
  const { status, headers, body } = await ask(AT, { "accept-encoding": accepted });
  expect(status).toBe(200);
  expect(headers["content-encoding"]).toBe(encoding);
  expect(open(body).toString()).toBe(SCRIPT);
});

it("what never changes is kept for a year, by each encoding, and is what its type says", async () => {
  const { headers } = await ask(AT, { "accept-encoding": "br" });
  expect(headers).toMatchObject({
    "cache-control": "public,max-age=31536000,immutable",
    "content-type": expect.stringContaining("javascript"),
    "x-content-type-options": "nosniff",
    vary: "Accept-Encoding",
  });
  const font = await ask("/fonts/core.woff2");
  expect(font.body.toString()).toBe("a font");
  expect(font.headers["cache-control"]).toBe("public,max-age=31536000,immutable");
});

it.each([
  ["a file that the build has not made", "/_next/static/chunks/b.js", "GET"],
  ["a file beside the directory", "/_next/static/../secret.json", "GET"],
  ["a file beside the directory, in code", "/_next/static/%2e%2e/secret.json", "GET"],
  ["an address that cannot be decoded", "/_next/static/%", "GET"],
  ["another page", "/events?of=today", "GET"],
  ["another method", AT, "POST"],
])("%s is asked of the pages, by its own address", async (_, path, method) => {
  const { body } = await ask(path, {}, method);
  expect(body.toString()).toBe(`a page at ${path}`);
});
