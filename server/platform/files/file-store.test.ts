import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { S3_KEY, startS3 } from "../../testing/s3-server.ts";
import { diskStore } from "./disk-store.ts";
import { s3Store } from "./s3-store.ts";

let directory: string;
let server: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "seonchak-files-"));
  server = await startS3();
});
afterAll(async () => {
  await server.stop();
  await rm(directory, { recursive: true });
});

const bucket = (changes: object = {}) =>
  s3Store({ ...S3_KEY, bucketUrl: `${server.url}/posters`, ...changes });
const BYTES = new Uint8Array([0, 1, 2, 255]);

describe.each([
  ["a directory", () => diskStore(join(directory, "made", "later"))],
  ["a bucket", () => bucket()],
])("%s", (name, open) => {
  const folder = `poster_${name.length}`;

  it("keeps what is written until it is removed", async () => {
    const store = open();
    await store.write(`${folder}/640-a1.webp`, BYTES, "image/webp");
    expect(Buffer.from((await store.read(`${folder}/640-a1.webp`)) ?? [])).toEqual(Buffer.from(BYTES));
    await store.remove(`${folder}/640-a1.webp`);
    expect(await store.read(`${folder}/640-a1.webp`)).toBeUndefined();
  });

  it("knows nothing of what was never written, and removes it without an error", async () => {
    const store = open();
    expect(await store.read(`${folder}/640-none.webp`)).toBeUndefined();
    await store.remove(`${folder}/640-none.webp`);
  });

  it.each(["../secrets.json", "a/../../b.webp", "/etc/passwd", "a/b/c.webp", "a/%2e%2e.webp", "a"])(
    "takes no key that leads elsewhere: %s",
    async (key) => {
      const tries = [
        () => open().write(key, BYTES, "image/webp"),
        () => open().read(key),
        () => open().remove(key),
      ];
      for (const act of tries) await expect((async () => act())()).rejects.toThrow(/is no key/);
    },
  );
});

it("leaves neither a half-written file nor an empty folder in a directory", async () => {
  const store = diskStore(directory);
  await store.write("poster_2/1-a.webp", BYTES, "image/webp");
  expect(await readdir(join(directory, "poster_2"))).toEqual(["1-a.webp"]);
  await store.remove("poster_2/1-a.webp");
  expect(await readdir(directory)).not.toContain("poster_2");
});

describe("a bucket", () => {
  it("is told the media type", async () => {
    await bucket().write("poster_3/1-a.webp", BYTES, "image/webp");
    expect(server.objects.get("poster_3/1-a.webp")?.type).toBe("image/webp");
  });

  it.each([
    ["another secret", { secretAccessKey: "guessed" }],
    ["another key", { accessKeyId: "AKOTHER" }],
    ["another region", { region: "us-east-1" }],
  ])("refuses %s, and the store says so", async (_, changes) => {
    await expect(bucket(changes).read("poster_4/1-a.webp")).rejects.toThrow("answered GET with 403");
  });

  it("is asked again after a fault of its server", async () => {
    server.failures.push(503, 503);
    await bucket().write("poster_5/1-a.webp", BYTES, "image/webp");
    expect(server.objects.has("poster_5/1-a.webp")).toBe(true);
    expect(server.failures).toEqual([]);
  });

  it("that does not exist takes nothing", async () => {
    const store = bucket({ bucketUrl: `${server.url}/none` });
    await expect(store.write("poster_6/1-a.webp", BYTES, "image/webp")).rejects.toThrow("no such bucket");
  });
});
