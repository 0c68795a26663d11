import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { answerUnavailable, noteRefusal } from "../platform/http/rendering.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { patient } from "../testing/patience.ts";
import { createHttpServer, guardPages } from "./server.ts";

const HASTY = { headersMs: 100, requestMs: 200, checkMs: 20 };
const PATIENT = { headersMs: patient(5000), requestMs: patient(5000), checkMs: 20 };

/** A server whose pages answer with the address they were asked for. */
async function given(times: typeof HASTY) {
  const server = createHttpServer(times);
  server.on(
    "request",
    guardPages(async (request, response) => {
      await text(request).catch(() => undefined);
      response.end(request.url);
    }),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** Sends the beginning of a request and waits until the server hangs up. */
    async begin(words: string) {
      const socket = connect(port, "127.0.0.1").setEncoding("utf8");
      socket.write(words);
      let answer = "";
      for await (const piece of socket) answer += piece;
      return answer;
    },
    stop: () => server.close(),
  };
}

it.each(["TRACE", "PUT", "DELETE"])("no page has the method %s", async (method) => {
  const { begin, stop } = await given(PATIENT);
  const answer = await begin(`${method} / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1.1 405 /);
  stop();
});

it.each([
  ["its head", "GET / HTTP/1.1\r\nHost: a\r\n"],
  ["a body of known length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{"],
])("hangs up on a client that never ends %s", async (_, words) => {
  const { begin, stop } = await given(HASTY);
  expect(await begin(words)).toMatch(/^HTTP\/1.1 408 /);
  stop();
});

it.each([
  ["413", "Content-Length: 70000"],
  ["411", "Transfer-Encoding: chunked"],
])("answers %s to a page's body with %s before it is sent", async (status, header) => {
  const { begin, stop } = await given(PATIENT);
  expect(await begin(`POST /login HTTP/1.1\r\nHost: a\r\n${header}\r\n\r\n`)).toMatch(
    new RegExp(`^HTTP/1.1 ${status} `),
  );
  stop();
});

it.each([
  ["/events/%ff", "/not-found"],
  ["/orders/%", "/not-found"],
  ["/me/orders/%e0%a4%a/receipt", "/not-found"],
  ["/sessions/%00/queue", "/not-found"],
  ["/events/a%00b", "/not-found"],
  ["/events/%EC%84%A0?q=%ff", "/events/%EC%84%A0?q=%ff"],
  ["/", "/"],
])("takes %s to %s", async (asked, shown) => {
  const { begin, stop } = await given(PATIENT);
  expect(await begin(`GET ${asked} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)).toMatch(
    new RegExp(`\r\n\r\n(?:[0-9a-f]+\r\n)?${shown.replace("?", "\\?")}`),
  );
  stop();
});

/** A page whose reads were refused so, and which Next answers with this status. */
async function answerOfPage(status: number, refusal?: unknown) {
  const server = createHttpServer(PATIENT);
  server.on(
    "request",
    answerUnavailable(async (_, response) => {
      // The page's reads are over before Next answers for it.
      await Promise.resolve().then(() => noteRefusal(refusal));
      response.statusCode = status;
      response.end("page");
    }),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`);
  server.close();
  return [answer.status, answer.headers.get("retry-after")];
}

it("answers 503 for a page that failed since a store was away, and 500 for one that failed by itself", async () => {
  const away = platformErrors.unavailable({ part: "postgres" }, { retryAfterSeconds: 7 });
  expect(await answerOfPage(500, away)).toEqual([503, "7"]);
  expect(await answerOfPage(500, platformErrors.not_found())).toEqual([500, null]);
  expect(await answerOfPage(500)).toEqual([500, null]);
  // It could do without what it did not get.
  expect(await answerOfPage(200, away)).toEqual([200, null]);
  expect(noteRefusal(away)).toBeUndefined();
});
