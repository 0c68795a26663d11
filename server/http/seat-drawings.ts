import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Context, Hono } from "hono";
import { DrawingInput } from "../holds/contract.ts";
import { requireDrawing } from "../holds/queries.ts";
import { createKeptAnswers } from "../platform/concurrency/kept-answers.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { parseInput } from "../platform/operation/parse.ts";
import { actorOf, anonymousContext } from "./context.ts";
import { corsOf } from "./cors.ts";
import { headerOf } from "./header.ts";
import { problemResponse } from "./problem.ts";

const DRAWING = "/api/sessions/:id/seats/drawing";
/** Drawings that a process keeps compressed, each some hundred kilobytes at most. */
const KEPT_MAX = 40;
/** The best quality takes ten times as long for a few hundredths of the size. */
const BROTLI_QUALITY = 9;

const ENCODINGS = {
  br: (text: string): Promise<Buffer> =>
    promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (text: string): Promise<Buffer> => promisify(gzip)(text),
  identity: async (text: string): Promise<Buffer> => Buffer.from(text),
};
type Encoding = keyof typeof ENCODINGS;

const kept = () => singleton("seat-drawings", () => createKeptAnswers<Buffer>(KEPT_MAX));

/**
 * Serves the drawings of event sessions' seats (docs/spec/http-api.md#seat-maps). One never changes under its version, so
 * it is compressed once a process and kept by browsers and proxies.
 */
export function mountSeatDrawings(app: Hono): void {
  const cors = corsOf();
  if (cors) app.use(DRAWING, cors);
  app.get(DRAWING, async (c) => {
    try {
      return await serve(c);
    } catch (error) {
      return problemResponse(error, anonymousContext(c));
    }
  });
}

async function serve(c: Context): Promise<Response> {
  const anonymous = anonymousContext(c);
  const ctx = { ...anonymous, actor: await actorOf(c, anonymous, false) };
  const { id, version } = parseInput(DrawingInput, { ...c.req.param(), ...c.req.query() });
  const { isPublic, read } = await requireDrawing(ctx, { id, version });
  const headers = {
    "content-type": "application/json",
    "cache-control": `${isPublic ? "public" : "private"}, max-age=31536000, immutable`,
    vary: "accept-encoding",
    etag: `"${version}"`,
    "x-content-type-options": "nosniff",
  };
  if (headerOf(c, "if-none-match") === headers.etag) return c.body(null, 304, headers);
  const encoding = encodingOf(headerOf(c, "accept-encoding"));
  const bytes = await kept()(`${id} ${version} ${encoding}`, async () => {
    const drawing = await read();
    if (drawing === undefined) throw platformErrors.not_found({ what: "drawing" });
    return ENCODINGS[encoding](drawing);
  });
  const encoded = encoding === "identity" ? {} : { "content-encoding": encoding };
  return c.body(new Uint8Array(bytes), 200, { ...headers, ...encoded });
}

/** The smallest encoding that the client accepts; one that it refuses has the weight zero. */
function encodingOf(accepted = ""): Encoding {
  const names = accepted
    .split(",")
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/i.test(part))
    .map((part) => part.split(";")[0]?.trim().toLowerCase());
  if (names.includes("br")) return "br";
  return names.includes("gzip") ? "gzip" : "identity";
}
