import { hash } from "@node-rs/argon2";
import { expect, it } from "vitest";
import { reasonOf } from "../../testing/accounts.ts";
import { hashPassword, matchPassword } from "./passwords.ts";

it("keeps a password as argon2id with 19 MiB, two passes and one lane", async () => {
  const kept = await hashPassword("Demo1234");
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await matchPassword("Demo1234", kept)).toBe("right");
  expect(await matchPassword("demo1234", kept)).toBe("wrong");
});

it("takes every character of a password into account", async () => {
  const long = `Aa1${"한".repeat(125)}`;
  const kept = await hashPassword(long);
  expect(await matchPassword(long, kept)).toBe("right");
  expect(await matchPassword(long.slice(0, -1), kept)).toBe("wrong");
  expect(await matchPassword(` ${long}`, kept)).toBe("wrong");
});

it("refuses every password where there is no account", async () => {
  expect(await matchPassword("Demo1234", undefined)).toBe("wrong");
});

it("knows a hash that was made with weaker parameters", async () => {
  for (const weak of [
    { memoryCost: 8192, timeCost: 2 },
    { memoryCost: 19_456, timeCost: 1 },
  ])
    expect(await matchPassword("Demo1234", await hash("Demo1234", weak))).toBe("outdated");
});

it("sends away anyone who comes when too many wait, serves the others and is free again", async () => {
  const flood = await Promise.all(
    Array.from({ length: 150 }, () => reasonOf(matchPassword("Demo1234", undefined))),
  );
  const served = flood.filter((answer) => answer === "wrong");
  expect(served.length).toBeGreaterThanOrEqual(129);
  expect(flood.filter((answer) => answer === "unavailable")).toHaveLength(150 - served.length);
  expect(served.length).toBeLessThan(150);
  expect(await matchPassword("Demo1234", undefined)).toBe("wrong");
});

it("takes a password for the same whichever keyboard sent it, composed or in parts", async () => {
  const [composed, parts] = ["한글비밀번호Aa1".normalize("NFC"), "한글비밀번호Aa1".normalize("NFD")];
  expect(parts).not.toBe(composed);
  for (const kept of [await hashPassword(composed), await hashPassword(parts)])
    for (const typed of [composed, parts]) expect(await matchPassword(typed, kept)).toBe("right");
  expect(await matchPassword("한글비밀번Aa1", await hashPassword(parts))).toBe("wrong");
});

it("still knows a hash of what a keyboard sent in parts, and has it made again", async () => {
  const parts = "한글비밀번호Aa1".normalize("NFD");
  const old = await hash(parts, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  for (const typed of [parts, parts.normalize("NFC")])
    expect(await matchPassword(typed, old)).toBe("outdated");
});
