import { expect, it, vi } from "vitest";
import { generatedSecrets } from "../config/env-variables.ts";
import { seal, unseal } from "./seal.ts";

for (const name of generatedSecrets) vi.stubEnv(name, `${name}-`.repeat(4));
vi.stubEnv("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing");
vi.stubEnv("REDIS_URL", "redis://127.0.0.1:1");
// The settings are read at their first use, and the stubs end with the first test.
seal("", "test");

it("gives back what was sealed, and no two seals are alike", () => {
  const [one, other] = [seal("123456", "code a"), seal("123456", "code a")];
  expect(one).not.toBe(other);
  expect(one).not.toContain("123456");
  expect([unseal(one, "code a"), unseal(other, "code a")]).toEqual(["123456", "123456"]);
});

it("does not open for another purpose, or once it was changed", () => {
  const sealed = seal("비밀번호", "code a");
  expect(() => unseal(sealed, "code b")).toThrow();
  const changed = `${sealed.startsWith("A") ? "B" : "A"}${sealed.slice(1)}`;
  expect(() => unseal(changed, "code a")).toThrow();
});
