import { expect, it } from "vitest";
import { safeNext } from "./next-path.ts";

it.each([
  "/me/tickets",
  "/checkout/hold_1?from=mail#pay",
  "/sessions/event_session_1/queue",
  "/events/x?note=%2F%2Fevil.example",
  "/events/x?q=%EC%84%A0%EC%B0%A9",
  "/login?next=%2Fme%2Forders",
  "/",
])("goes on to %s, a page of the shop", (next) => {
  expect(safeNext(next)).toBe(next);
});

it.each([
  "//evil.example",
  "///evil.example",
  "////evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "\\\\evil.example",
  "/\\/evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r/evil.example",
  "/\r\n/evil.example",
  "\t//evil.example",
  "\n//evil.example",
  " //evil.example",
  "/ /evil.example/../..//evil.example",
  "/\u0000/evil.example",
  "/\u000b/evil.example",
  "/\u000c/evil.example",
  "/\u0001/evil.example",
  "/\u007f/evil.example",
  "/\u0085/evil.example",
  "/\u2028/evil.example",
  "/\u2029/evil.example",
  "/\u200b/evil.example",
  "/\u202e/evil.example",
  "/\ufeff/evil.example",
  "/%09/evil.example",
  "/%0a/evil.example",
  "/%0d/evil.example",
  "/%0D%0A/evil.example",
  "/%00/evil.example",
  "/%2f/evil.example",
  "/%2F%2Fevil.example",
  "/%5cevil.example",
  "/%5C/evil.example",
  "/%252f/evil.example",
  "/%255cevil.example",
  "/%2509/evil.example",
  "/%e2%80%ae/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/a/..//evil.example",
  "/./\\evil.example",
  "/%2e//evil.example",
  "/%2e%2e//evil.example",
  "/a/%2e%2e//evil.example",
  "http://evil.example",
  "https:evil.example",
  "https:/evil.example",
  "HTTPS://evil.example",
  "http:\\\\evil.example",
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "blob:http://evil.example/x",
  "vbscript:x",
  "mailto:a@evil.example",
  "evil.example",
  "@evil.example",
  ".evil.example",
  "?next=//evil.example",
  "#//evil.example",
  "/%ff",
  "/%",
  "/%e0%a4%a",
  "",
])("stays in the shop for %j", (next) => {
  expect(safeNext(next)).toBe("/");
});

it.each([null, undefined])("stays in the shop for %s", (next) => {
  expect(safeNext(next)).toBe("/");
});

it("gives the path as the browser reads it", () => {
  expect(safeNext("/events/../me/orders")).toBe("/me/orders");
  expect(safeNext("/선착")).toBe(encodeURI("/선착"));
});
