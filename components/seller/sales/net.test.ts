import { expect, it } from "vitest";
import { netOf } from "./net.ts";

it("leaves out what was given back and what is being given back", () => {
  expect(netOf({ paid: 100_000, refunded: 30_000, refunding: 20_000 })).toBe(50_000);
});
