import { eq } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditLog } from "#db/schema/platform.ts";
import { posters } from "#db/schema/posters.ts";
import { createApp } from "../../http/app.ts";
import { type Client, clients } from "../../testing/clients.ts";
import { photo } from "../../testing/pictures.ts";
import { upload } from "../../testing/posters.ts";
import { POSTER_BYTES_MAX } from "../values.ts";

const app = createApp();
const aSeller = async () => (await clients(1, "SELLER"))[0] as Client;
const reasonOf = async (response: Response) =>
  [response.status, ((await response.json()) as { reason: string }).reason] as const;

describe("an upload", () => {
  it("is kept as files that are served as what they are, for ever, and as nothing else", async () => {
    const seller = await aSeller();
    const answer = await upload(seller, await photo({ width: 1500, height: 2000 }));
    expect(answer.status).toBe(201);
    const made = await answer.json();
    expect(made).toMatchObject({ width: 1280, height: 1707 });
    expect(made.files.map(({ width }: { width: number }) => width)).toEqual([320, 640, 1280]);
    for (const [url, type, format] of [
      [made.files[1].url, "image/webp", "webp"],
      [made.socialUrl, "image/jpeg", "jpeg"],
    ]) {
      const file = await app.request(url);
      expect(file.status).toBe(200);
      expect(Object.fromEntries(file.headers)).toMatchObject({
        ...{ "content-type": type, "x-content-type-options": "nosniff" },
        "cache-control": "public, max-age=31536000, immutable",
        "content-security-policy": "default-src 'none'; sandbox",
      });
      const bytes = Buffer.from(await file.arrayBuffer());
      expect(await sharp(bytes).metadata()).toMatchObject({ format });
      const etag = file.headers.get("etag") ?? "";
      expect((await app.request(url, { headers: { "if-none-match": etag } })).status).toBe(304);
    }
    const [entry] = await db.select().from(auditLog).where(eq(auditLog.target, made.id));
    expect(entry).toMatchObject({ actorId: seller.userId, action: "posters.upload-poster" });
  });

  it("is for sellers and operators alone", async () => {
    const body = await photo();
    const people = await Promise.all((["USER", "SELLER", "ADMIN"] as const).map((role) => clients(1, role)));
    const callers = [undefined, ...people.map(([client]) => client)];
    const statuses: number[] = [];
    for (const caller of callers) statuses.push((await upload(caller, body)).status);
    expect(statuses).toEqual([401, 403, 201, 201]);
  });

  it("is refused to a suspended seller", async () => {
    const [seller, [admin]] = [await aSeller(), await clients(1, "ADMIN")];
    const headers = { authorization: admin?.authorization ?? "", "content-type": "application/json" };
    const body = JSON.stringify({ to: "SUSPENDED", reason: "a complaint" });
    const moved = await app.request(`/api/admin/users/${seller.userId}/state`, {
      method: "PATCH",
      headers,
      body,
    });
    expect(moved.status).toBe(200);
    expect(await reasonOf(await upload(seller, await photo()))).toEqual([401, "login_session_ended"]);
    expect(await db.$count(posters, eq(posters.uploadedBy, seller.userId))).toBe(0);
  });

  it.each([
    [
      "a page of another site",
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      403,
      "cross_site",
    ],
    ["a form", { "content-type": "multipart/form-data; boundary=x" }, 415, "poster_kind"],
    ["a text", { "content-type": "text/plain" }, 415, "poster_kind"],
    [
      "a body that is announced as too large",
      { "content-length": String(POSTER_BYTES_MAX + 1) },
      413,
      "payload_too_large",
    ],
  ])("from %s is refused before it is read", async (_, headers, status, reason) => {
    expect(await reasonOf(await upload(await aSeller(), await photo(), headers))).toEqual([status, reason]);
  });

  it.each([
    [
      "SVG",
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"/>`),
      415,
      "poster_kind",
    ],
    ["a picture with a page behind it", undefined, 422, "poster_mixed"],
    ["a small picture", { width: 200, height: 400 }, 422, "poster_dimensions"],
    ["a file without a picture", Buffer.from("\xff\xd8\xff\xd9", "latin1"), 422, "poster_broken"],
  ])("of %s is refused, whatever it is called", async (_, content, status, reason) => {
    const behind = Buffer.from("<script>alert(1)</script>");
    const body = Buffer.isBuffer(content)
      ? content
      : content
        ? await photo(content)
        : Buffer.concat([await photo(), behind]);
    const seller = await aSeller();
    expect(await reasonOf(await upload(seller, body))).toEqual([status, reason]);
    expect(await db.$count(posters, eq(posters.uploadedBy, seller.userId))).toBe(0);
  });

  it("is refused where it is larger than a picture may be, announced or not", async () => {
    const large = new Uint8Array(POSTER_BYTES_MAX + 1);
    const seller = await aSeller();
    const stream = new Blob([large]).stream();
    const { authorization } = seller;
    const init = {
      method: "POST",
      body: stream,
      duplex: "half",
      headers: { authorization, "content-type": "image/png" },
    };
    expect((await app.request("/api/admin/posters", init as RequestInit)).status).toBe(413);
  });

  it("is refused to a seller whose posters take all the room, at the same moment too; an operator has more", async () => {
    const [seller, [admin]] = [await aSeller(), await clients(1, "ADMIN")];
    const files = { pages: [], social: "social-0.jpg" };
    const room = 100_000_000;
    const fill = (uploadedBy: `user_${string}`, bytes: number) =>
      db
        .insert(posters)
        .values({ id: `poster_${uploadedBy}` as const, uploadedBy, width: 1, height: 1, files, bytes });
    const body = await photo({ width: 400, height: 400 });
    // One poster of this size fits, and a second does not.
    await upload(seller, body);
    const [made] = await db.select().from(posters).where(eq(posters.uploadedBy, seller.userId));
    await fill(seller.userId, room - 2 * (made?.bytes ?? 0));
    const statuses = (await Promise.all([upload(seller, body), upload(seller, body)])).map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([201, 409]);
    expect(await reasonOf(await upload(seller, body))).toEqual([409, "poster_space"]);
    await fill(admin?.userId ?? "user_", room);
    expect((await upload(admin, body)).status).toBe(201);
  });

  it("is counted, a refused one too: the sixty-first of an hour is not read", async () => {
    const seller = await aSeller();
    const noPicture = Buffer.from("no picture");
    for (let number = 0; number < 60; number++) expect((await upload(seller, noPicture)).status).toBe(415);
    const answer = await upload(seller, await photo());
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(1000);
  });

  it("is counted before it is read, so that of many at once no more are read", async () => {
    const seller = await aSeller();
    const noPicture = Buffer.from("no picture");
    const answers = await Promise.all(Array.from({ length: 70 }, () => upload(seller, noPicture)));
    expect(answers.filter(({ status }) => status === 415)).toHaveLength(60);
  });
});

it.each([
  "poster_01k8v3q4f6e9hb2m5n7p8r9s0t/640-0123456789abcdef.webp",
  "poster_01k8v3q4f6e9hb2m5n7p8r9s0t/secrets.json",
  "poster_01k8v3q4f6e9hb2m5n7p8r9s0t/..%2f..%2fsecrets.json",
  "..%2f/640-0123456789abcdef.webp",
  "event_01k8v3q4f6e9hb2m5n7p8r9s0t/640-0123456789abcdef.webp",
])("has no file at %s", async (path) => {
  expect((await app.request(`/api/posters/${path}`)).status).toBe(404);
});
