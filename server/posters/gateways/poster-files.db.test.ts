import { eq } from "drizzle-orm";
import { afterAll, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { posters } from "#db/schema/posters.ts";
import { createApp } from "../../http/app.ts";
import { createContext } from "../../platform/operation/context.ts";
import { type Client, clients } from "../../testing/clients.ts";
import { clock } from "../../testing/clock.ts";
import { photo } from "../../testing/pictures.ts";
import { upload } from "../../testing/posters.ts";
import { PosterFiles } from "../contract.ts";
import { removeUnused } from "../jobs/remove-unused.ts";

/** The settings name a bucket before any module reads them. */
const server = await vi.hoisted(async () => {
  const { S3_KEY, startS3 } = await import("../../testing/s3-server.ts");
  const started = await startS3();
  vi.stubEnv("S3_BUCKET_URL", `${started.url}/posters`);
  vi.stubEnv("S3_REGION", S3_KEY.region);
  vi.stubEnv("S3_ACCESS_KEY_ID", S3_KEY.accessKeyId);
  vi.stubEnv("S3_SECRET_ACCESS_KEY", S3_KEY.secretAccessKey);
  const { env } = await import("../../platform/config/env.ts");
  if (!env.S3_BUCKET_URL) throw new Error("the settings had been read before");
  return started;
});
afterAll(() => server.stop());

const aSeller = async () => (await clients(1, "SELLER"))[0] as Client;

it("are kept in the bucket of the settings, served from it, and removed from it", async () => {
  const answer = await upload(await aSeller(), await photo({ width: 700, height: 700 }));
  const { id, files, socialUrl } = PosterFiles.parse(await answer.json());
  const keys = [...files.map(({ url }) => url), socialUrl].map((url) => url.replace("/api/posters/", ""));
  expect([...server.objects.keys()].sort()).toEqual(keys.sort());
  const served = await createApp().request(socialUrl);
  const kept = server.objects.get(socialUrl.replace("/api/posters/", ""));
  expect(kept?.type).toBe("image/jpeg");
  expect(Buffer.from(await served.arrayBuffer()).equals(kept?.bytes ?? Buffer.alloc(0))).toBe(true);
  await clock.move(26 * 3600);
  expect(await removeUnused(createContext())).toBe(1);
  expect(server.objects.size).toBe(0);
  expect(await db.$count(posters, eq(posters.id, id))).toBe(0);
});

it("that cannot be kept make no poster, and what was kept of them is removed", async () => {
  const seller = await aSeller();
  // One file is refused, however often it is sent.
  server.failures.push(403);
  const answer = await upload(seller, await photo({ width: 700, height: 700 }));
  expect(answer.status).toBe(503);
  expect(await db.$count(posters, eq(posters.uploadedBy, seller.userId))).toBe(1);
  await clock.move(26 * 3600);
  await removeUnused(createContext());
  expect(server.objects.size).toBe(0);
});
