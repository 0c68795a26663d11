import type { Context, Hono } from "hono";
import { authorize } from "../platform/operation/allow.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { uploadPoster } from "../posters/commands/upload-poster.ts";
import { posterId } from "../posters/contract.ts";
import { posterErrors } from "../posters/errors.ts";
import { readPosterFile } from "../posters/gateways/poster-files.ts";
import { POSTER_BYTES_MAX } from "../posters/values.ts";
import { bytesOf } from "./body.ts";
import { limitBody } from "./body-limit.ts";
import { actorOf, anonymousContext } from "./context.ts";
import { corsOf } from "./cors.ts";
import { headerOf } from "./header.ts";
import { limitUploads } from "./limits.ts";
import { requireTrustedSource } from "./own-page.ts";
import { problemResponse } from "./problem.ts";

const UPLOADS = "/api/admin/posters";

/**
 * Takes and serves posters (docs/spec/http-api.md#posters). It is mounted before the limit of the other bodies, since a
 * picture is larger.
 */
export function mountPosters(app: Hono): void {
  const cors = corsOf();
  if (cors) app.use(UPLOADS, cors);
  app.post(UPLOADS, limitBody(POSTER_BYTES_MAX), (c) => answering(c, () => upload(c)));
  app.get("/api/posters/:posterId/:file", (c) => answering(c, () => serve(c)));
}

async function answering(c: Context, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    return problemResponse(error, anonymousContext(c));
  }
}

/** Everything that can refuse the caller is asked before the body is read. */
async function upload(c: Context): Promise<Response> {
  requireTrustedSource(c, { allowsOrigins: true });
  // No form of another site can make a browser send such a type.
  if (!/^image\//i.test(headerOf(c, "content-type") ?? "")) throw posterErrors.poster_kind();
  const anonymous = anonymousContext(c);
  const ctx = { ...anonymous, actor: await actorOf(c, anonymous, true) };
  authorize(uploadPoster.allow, ctx);
  await limitUploads(ctx);
  const poster = await uploadPoster(ctx, { bytes: await bytesOf(c) });
  return c.json(poster, 201, { "cache-control": "no-store" });
}

async function serve(c: Context): Promise<Response> {
  const id = posterId.safeParse(c.req.param("posterId"));
  const name = c.req.param("file") ?? "";
  const file = id.success ? await readPosterFile(id.data, name) : undefined;
  if (!file) throw platformErrors.not_found({ what: "poster" });
  const headers = {
    // The name has the hash of the contents, so it never leads to others.
    "cache-control": "public, max-age=31536000, immutable",
    etag: `"${name}"`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  };
  if (headerOf(c, "if-none-match") === headers.etag) return c.body(null, 304, headers);
  return c.body(new Uint8Array(file.bytes), 200, { ...headers, "content-type": file.type });
}
