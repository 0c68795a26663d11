import { expect, it } from "vitest";
import { isGone, isPushService } from "./policy.ts";

it.each([
  "https://fcm.googleapis.com/fcm/send/abc",
  "https://updates.push.services.mozilla.com/wpush/v2/abc",
  "https://web.push.apple.com/abc",
  "https://wns2-sg2p.notify.windows.com/w/?token=abc",
])("knows the push service of %s", (endpoint) => {
  expect(isPushService(endpoint, [])).toBe(true);
});

it("knows those that the operator named, by the whole origin", () => {
  const others = ["https://push.house.example:8443"];
  expect(isPushService("https://push.house.example:8443/1", others)).toBe(true);
  expect(isPushService("https://push.house.example/1", others)).toBe(false);
});

it("takes an overload for no farewell", () => {
  expect([404, 410, 429, 500, 503].map(isGone)).toEqual([true, true, false, false, false]);
});
