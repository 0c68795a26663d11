import { createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { cookieNames } from "../auth/tokens.ts";
import { answerUnavailable, noteLight } from "../platform/http/rendering.ts";
import { patient } from "../testing/patience.ts";
import { sendLightPages } from "./light-pages.ts";
import { sharePages } from "./shared-pages.ts";

const APP_URL = "http://shop.example";
const LOGIN = `${cookieNames(APP_URL).access}=made-up`;

/** Stands for Next: answers with the request as it came and the count of the pages drawn so far. */
const drawn: IncomingMessage[] = [];
type Page = Parameters<typeof sharePages>[0];
const page: Page = async (request, response) => {
  drawn.push(request);
  if (request.url === "/events/rush") await everyoneAsks.promise;
  if (request.url === "/events/light") return drawLight(response);
  response.writeHead(request.url === "/events/gone" ? 404 : 200, { "x-count": drawn.length });
  response.write("a page, ");
  response.end(request.headers.cookie);
};

function drawLight(response: ServerResponse): void {
  noteLight(() => ({ name: "event" }));
  response.writeHead(200, { "content-type": "text/html" });
  response.end("<html><head></head><body>an event</body></html>");
}

const RUSH = 20;
const everyoneAsks = Promise.withResolvers<void>();
let asking = 0;
const light = sendLightPages(page, { scripts: { event: ["/event.js"] }, sheets: {} });
const shared = sharePages(answerUnavailable(light), APP_URL, async (token) => token === "made-up");
const server = createServer((request, response) => {
  asking += 1;
  return shared(request, response);
}).listen(0);

afterEach(() => {
  drawn.length = 0;
  asking = 0;
});

interface Answer {
  readonly count: string;
  readonly status: number;
  readonly text: string;
}

const get = (path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const asked = send({ port, path, method, headers }, async (response) => {
      const parts = await response.toArray();
      resolve({
        count: String(response.headers["x-count"]),
        status: response.statusCode ?? 0,
        text: Buffer.concat(parts).toString(),
      });
    });
    asked.on("error", reject).end();
  });

it("a page is drawn once for all who ask within a second, and again after it", async () => {
  const asked = Array.from({ length: RUSH }, () => get("/events/rush"));
  await vi.waitFor(() => expect(asking).toBe(RUSH), patient(5000));
  everyoneAsks.resolve();
  const answers = await Promise.all(asked);
  expect(new Set(answers.map(({ count }) => count))).toEqual(new Set(["1"]));
  expect(answers[0]?.text).toBe("a page, theme=system");
  await vi.waitFor(async () => expect((await get("/events/rush")).count).toBe("2"), patient(10_000));
});

it("who has a login gets a page of their own", async () => {
  await get("/events/own");
  const { count, text } = await get("/events/own", { cookie: LOGIN });
  expect({ count, text }).toEqual({ count: "2", text: `a page, ${LOGIN}` });
});

it("language, look and compression have pages of their own", async () => {
  const looks = [
    {},
    { cookie: "theme=dark" },
    { cookie: "locale=en" },
    { "accept-encoding": "gzip, br" },
    { "accept-encoding": "gzip" },
  ];
  for (const look of looks) await get("/events/looks", look);
  expect(drawn).toHaveLength(looks.length);
  expect(drawn.map(({ headers }) => headers["accept-language"])).toEqual(["ko", "ko", "en", "ko", "ko"]);
});

it("nothing that one reader sent reaches the page of another", async () => {
  await get("/events/clean", {
    ...{ "x-forwarded-host": "evil.example", host: "evil.example", "user-agent": "evil" },
    ...{ cookie: "theme=evil; other=evil", "accept-language": "evil", "accept-encoding": "evil" },
  });
  expect(JSON.stringify(drawn[0]?.headers)).not.toContain("evil");
});

it("a reader without a login shares the strangers' page, also with a query that the page does not read", async () => {
  const cookie = `${cookieNames(APP_URL).access}=forged`;
  const counts = [
    await get("/events/alike", { cookie }),
    await get("/events/alike?from=mail"),
    await get("/events/alike"),
  ];
  expect(counts.map(({ count }) => count)).toEqual(["1", "1", "1"]);
});

it("a light page comes whole, compressed or not", async () => {
  expect((await get("/events/light")).text).toContain("an event");
});

it.each([
  ["br;q=0, gzip", "gzip"],
  ["gzip;q=0", "identity"],
  ["GZIP;q=0.5", "gzip"],
  ["br, gzip", "br"],
])("of %s %s is taken", async (accepted, taken) => {
  await get(`/events/encoded-${crypto.randomUUID()}`, { "accept-encoding": accepted });
  expect(drawn.at(-1)?.headers["accept-encoding"]).toBe(taken);
});

it.each([
  ["a search", "/?q=evil", {}, "GET"],
  ["another page", "/login", {}, "GET"],
  ["a record for Next's router", "/events/one", { rsc: "1" }, "GET"],
  ["a form that is sent", "/events/one", {}, "POST"],
])("%s is not shared", async (_, path, headers, method) => {
  const counts = [await get(path, headers, method), await get(path, headers, method)];
  expect(counts.map(({ count }) => count)).toEqual(["1", "2"]);
});

it("a page that is not there is answered as such", async () => {
  expect((await get("/events/gone")).status).toBe(404);
});
