import { existsSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { LIGHT_MANIFEST, type LightBuild, type LightSheets } from "../platform/http/light-scripts.ts";
import { type Named, type Rendering, renderingNow } from "../platform/http/rendering.ts";
import type { Handler } from "./server.ts";

/** While the pages are developed, Next's own scripts reload them. */
export const NOTHING_LIGHT: LightBuild = { scripts: {}, sheets: {} };

/** @returns what the build has made for the light pages */
export function readLightBuild(): LightBuild {
  const path = fileURLToPath(new URL(`../../${LIGHT_MANIFEST}`, import.meta.url));
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : NOTHING_LIGHT;
}

/**
 * Sends the pages that call themselves light with scripts of their own in place of Next's; the others pass as they are
 * (docs/decisions/059-light-pages.md).
 */
export const sendLightPages =
  (page: Handler, build: LightBuild): Handler =>
  (request, response) => {
    const rendering = renderingNow();
    if (rendering && request.method === "GET") collect(response, rendering, build);
    return page(request, response);
  };

/** Keeps back the HTML of a light page until it is whole, and sends it changed. */
function collect(response: ServerResponse, rendering: Rendering, build: LightBuild): void {
  const parts: Buffer[] = [];
  let kept: boolean | undefined;
  const keeps = () => (kept ??= isHtml(response) && rendering.light !== undefined);
  const keep = (part: unknown, encoding: unknown) => {
    if (typeof part === "string" || part instanceof Uint8Array)
      parts.push(Buffer.from(part as string, typeof encoding === "string" ? (encoding as "utf8") : "utf8"));
  };
  const write = response.write.bind(response) as (...written: unknown[]) => boolean;
  const end = response.end.bind(response) as (...written: unknown[]) => ServerResponse;
  response.write = (part: unknown, encoding?: unknown, done?: unknown) => {
    if (!keeps()) return write(part, encoding, done);
    keep(part, encoding);
    const told = typeof encoding === "function" ? encoding : done;
    if (typeof told === "function") process.nextTick(told as () => void);
    return true;
  };
  response.end = (part?: unknown, encoding?: unknown, done?: unknown) => {
    if (!keeps()) return end(part, encoding, done);
    keep(part, encoding);
    const html = Buffer.concat(parts).toString("utf8");
    // Some responses write what they end with by `write`.
    response.write = write as ServerResponse["write"];
    return end(
      lightHtml(html, rendering.light?.(), build, nonceOf(response)),
      typeof part === "function" ? part : done,
    );
  };
}

const isHtml = (response: ServerResponse): boolean =>
  response.statusCode === 200 && String(response.getHeader("content-type")).startsWith("text/html");

const nonceOf = (response: ServerResponse): string =>
  /'nonce-([^']+)'/.exec(String(response.getHeader("content-security-policy")))?.[1] ?? "";

/** What has parts that scripts of Next's put in their places. */
const UNFINISHED = /<template id="[BP]:/;

/**
 * @param html - the page as Next drew it
 * @param light - what its scripts draw it from; `name` is the page's
 * @returns the page with its own scripts in place of Next's; as it is where it has none, or cannot do without Next's
 */
export function lightHtml(
  html: string,
  light: Named | undefined,
  { scripts, sheets }: LightBuild,
  nonce: string,
): string {
  const [first, ...others] = scripts[light?.name ?? ""] ?? [];
  if (!first || UNFINISHED.test(html)) return html;
  const { parts = [], fetches = [] } = light ?? {};
  const modules = new Set([...others, ...parts.flatMap((part) => scripts[part] ?? [])]);
  const ahead = [
    ...fetches.map((address) => `<link rel="preload" as="fetch" crossorigin href="${address}"/>`),
    ...[...modules].map((src) => `<link rel="modulepreload" href="${src}" nonce="${nonce}"/>`),
  ];
  const begin = `<script type="module" src="${first}" nonce="${nonce}"></script>`;
  // In JSON a `<` stands in texts alone, where it may be written like this; as it is, it could end the element.
  const data = JSON.stringify(light).replaceAll("<", "\\u003c");
  return html
    .replace(/<script\b([^>]*)>[\s\S]*?<\/script>/g, (tag, attributes) =>
      attributes.includes('"application/ld+json"') ? tag : "",
    )
    .replace(/<link\b[^>]*\bas="script"[^>]*>/g, "")
    .replace(/<link\b[^>]*\brel="stylesheet"[^>]*>/g, (tag) => lightSheet(tag, sheets))
    .replace("</head>", () => `${ahead.join("")}${begin}</head>`)
    .replace("</body>", () => `<script type="application/json" id="light-page">${data}</script></body>`);
}

/** Of two fonts that have a letter a browser takes the later one, so those of rare letters come first. */
function lightSheet(tag: string, sheets: LightSheets): string {
  const address = /\bhref="([^"?]+)/.exec(tag)?.[1] ?? "";
  const sheet = sheets[address];
  if (!sheet) return tag;
  return `<link rel="stylesheet" href="${sheet.letters}" media="not all"/>${tag.replace(address, sheet.first)}`;
}
