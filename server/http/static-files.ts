import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import type { Handler } from "./server.ts";

/** What never changes, by the beginning of its address: the name of each file has a digest of what is in it. */
const PLACES = { "/_next/static": ".next/static", "/fonts": "public/fonts" };

const YEAR_SECONDS = 31_536_000;

/**
 * Answers scripts, style sheets and fonts, as the build has compressed them, before they reach Next: it would compress each of
 * them again for every reader, which took the process longer than to draw the page (docs/decisions/076-static-files.md).
 */
export function serveStaticFiles(
  page: Handler,
  root = fileURLToPath(new URL("../..", import.meta.url)),
): Handler {
  const places = Object.entries(PLACES).map(([at, directory]) => ({
    at,
    serve: sirv(join(root, directory), {
      ...{ brotli: true, gzip: true, etag: true, immutable: true, maxAge: YEAR_SECONDS },
      setHeaders: (response) => response.setHeader("X-Content-Type-Options", "nosniff"),
    }),
  }));
  return (request, response) => {
    const { url = "/", method = "" } = request;
    const place = places.find(({ at }) => url.startsWith(`${at}/`));
    if (!place || (method !== "GET" && method !== "HEAD")) return page(request, response);
    request.url = url.slice(place.at.length);
    return place.serve(request, response, () => {
      request.url = url;
      page(request, response);
    });
  };
}
