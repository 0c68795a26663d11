import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { answerUnavailable, noteLight } from "../platform/http/rendering.ts";
import { lightHtml, sendLightPages } from "./light-pages.ts";

const build = {
  scripts: {
    queue: ["/_next/static/light/queue-1.js", "/_next/static/light/frame-2.js"],
    map: ["/_next/static/light/map-3.js", "/_next/static/light/frame-2.js"],
  },
  sheets: { "/b.css": { first: "/first.css", letters: "/letters.css" } },
} as const;
const html = [
  '<html><head><link rel="preload" as="script" href="/_next/static/chunks/1.js"/>',
  '<link rel="stylesheet" href="/a.css"/><script src="/_next/static/chunks/1.js" async=""></script></head>',
  '<body><div class="app-root"><script type="application/ld+json">{"a":1}</script><p>7</p></div>',
  '<script nonce="n">self.__next_f.push([1,"x"])</script></body></html>',
].join("");

describe("the HTML of a light page", () => {
  const sent = lightHtml(html, { name: "queue", ...{ title: "</script><b>" } }, build, "n");

  it("has its own scripts in place of Next's, with the nonce of the answer", () => {
    expect(sent).not.toMatch(/chunks|__next/);
    expect(sent).toContain('<script type="module" src="/_next/static/light/queue-1.js" nonce="n"></script>');
    expect(sent).toContain('<link rel="modulepreload" href="/_next/static/light/frame-2.js" nonce="n"/>');
  });

  it("names the scripts of its parts once, and what they fetch, which the browser then fetches at once", () => {
    const light = { name: "queue", parts: ["map"], fetches: ["/api/drawing?version=1"] };
    const withMap = lightHtml(html, light, build, "n");
    expect(withMap).toContain('<link rel="preload" as="fetch" crossorigin href="/api/drawing?version=1"/>');
    expect([...withMap.matchAll(/modulepreload" href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      "/_next/static/light/frame-2.js",
      "/_next/static/light/map-3.js",
    ]);
  });

  it("keeps what was drawn, its styles and what search engines read", () => {
    expect(sent).toContain('<link rel="stylesheet" href="/a.css"/>');
    expect(sent).toContain(
      '<div class="app-root"><script type="application/ld+json">{"a":1}</script><p>7</p></div>',
    );
  });

  it("waits for no fonts of rare letters, which come before those that are common", () => {
    const styled = html.replace("/a.css", "/b.css");
    expect(lightHtml(styled, { name: "queue" }, build, "n")).toContain(
      '<link rel="stylesheet" href="/letters.css" media="not all"/><link rel="stylesheet" href="/first.css"/>',
    );
  });

  it("has what it is drawn from as JSON that cannot end its element", () => {
    const [, data = ""] = /id="light-page">(.*?)<\/script>/.exec(sent) ?? [];
    expect(JSON.parse(data)).toEqual({ name: "queue", title: "</script><b>" });
  });

  it("stays as it is where the page has no scripts of its own, or is no light one", () => {
    expect(lightHtml(html, { name: "other" }, build, "n")).toBe(html);
    expect(lightHtml(html, undefined, build, "n")).toBe(html);
  });

  it("stays as it is where parts of it wait for scripts of Next's", () => {
    const unfinished = html.replace("<p>7</p>", '<template id="B:0"></template>');
    expect(lightHtml(unfinished, { name: "queue" }, build, "n")).toBe(unfinished);
  });
});

describe("what is sent", () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => servers.splice(0).forEach((server) => void server.close()));

  /** Answers what a page of Next's would, in two parts, and calls itself light where `light` is set. */
  async function answerOf(type: string, light: boolean, status = 200): Promise<string> {
    const page = answerUnavailable(
      sendLightPages((_request, response) => {
        if (light) noteLight(() => ({ name: "queue" }));
        response.statusCode = status;
        response.setHeader("content-type", type);
        response.setHeader("content-security-policy", "script-src 'nonce-abc'");
        response.write(html.slice(0, 200));
        response.end(Buffer.from(html.slice(200)));
      }, build),
    );
    const server = createServer(page);
    servers.push(server);
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      send({ port, host: "127.0.0.1" }, (answer) => {
        let text = "";
        answer.on("data", (part) => (text += part)).on("end", () => resolve(text));
      })
        .on("error", reject)
        .end();
    });
  }

  it("is the light page, with the nonce of its policy", async () =>
    expect(await answerOf("text/html; charset=utf-8", true)).toContain('queue-1.js" nonce="abc"'));

  it.each([
    ["a page that is not light", "text/html", false, 200],
    ["what Next's router asks for", "text/x-component", true, 200],
    ["a page that failed", "text/html", true, 500],
  ])("is %s as it was drawn", async (_what, type, light, status) =>
    expect(await answerOf(type, light, status)).toBe(html),
  );
});
