import { hash } from "@node-rs/argon2";
import { expect, it } from "vitest";
import { hashPassword, isOutdated, verifyPassword } from "./passwords.ts";
import { reasonOf } from "./testing.ts";

it("keeps a password as argon2id with 19 MiB, two passes and one lane", async () => {
  const kept = await hashPassword("Demo1234");
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(isOutdated(kept)).toBe(false);
  expect(await verifyPassword("Demo1234", kept)).toBe(true);
  expect(await verifyPassword("demo1234", kept)).toBe(false);
});

it("takes every character of a password into account", async () => {
  const long = `Aa1${"한".repeat(125)}`;
  const kept = await hashPassword(long);
  expect(await verifyPassword(long, kept)).toBe(true);
  expect(await verifyPassword(long.slice(0, -1), kept)).toBe(false);
  expect(await verifyPassword(` ${long}`, kept)).toBe(false);
});

it("lets nobody in where there is no account", async () => {
  expect(await verifyPassword("Demo1234", undefined)).toBe(false);
});

it("knows a hash that was made with weaker parameters", async () => {
  expect(isOutdated(await hash("Demo1234", { memoryCost: 8192, timeCost: 2 }))).toBe(true);
  expect(isOutdated(await hash("Demo1234", { memoryCost: 19_456, timeCost: 1 }))).toBe(true);
});

it("sends away whoever comes when too many wait, serves the others and is free again", async () => {
  const flood = await Promise.all(
    Array.from({ length: 150 }, () => reasonOf(verifyPassword("Demo1234", undefined))),
  );
  const served = flood.filter((answer) => answer === false);
  expect(served.length).toBeGreaterThanOrEqual(129);
  expect(flood.filter((answer) => answer === "unavailable")).toHaveLength(150 - served.length);
  expect(served.length).toBeLessThan(150);
  expect(await verifyPassword("Demo1234", undefined)).toBe(false);
});
