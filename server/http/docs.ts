import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Hono } from "hono";
import type { RestRoute } from "../platform/http/rest.ts";
import { openApiDocument } from "./openapi.ts";

const FILES = {
  "swagger-ui.css": "text/css",
  "swagger-ui-bundle.js": "text/javascript",
  "favicon-32x32.png": "image/png",
} as const;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Seonchak API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/api/docs/favicon-32x32.png"><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="api"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script>
</body></html>`;
const START = `SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#api", deepLinking: true });`;
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** The OpenAPI document and a page that shows it, from files of our own: nothing is fetched from elsewhere. */
export function mountDocs(app: Hono, routes: readonly RestRoute[]): void {
  let document: string | undefined;
  app.get("/api/openapi.json", (c) => {
    document ??= JSON.stringify(openApiDocument(routes));
    return c.body(document, 200, {
      "content-type": "application/json",
      "cache-control": "public, max-age=60",
    });
  });
  app.get("/api/docs", (c) => c.html(PAGE, 200, { "content-security-policy": POLICY }));
  app.get("/api/docs/start.js", (c) => c.body(START, 200, { "content-type": "text/javascript" }));
  for (const [name, type] of Object.entries(FILES))
    app.get(`/api/docs/${name}`, async (c) => {
      const folder = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
      return c.body(await readFile(join(folder, name)), 200, {
        "content-type": type,
        "cache-control": "public, max-age=86400",
      });
    });
}
