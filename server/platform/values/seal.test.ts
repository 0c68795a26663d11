import { expect, it, vi } from "vitest";

vi.stubEnv("AUTH_SECRET", "a-secret-for-sealing-".repeat(3));
vi.stubEnv("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing");
vi.stubEnv("REDIS_URL", "redis://127.0.0.1:1");
for (const name of ["TICKET_SIGNING_KEY", "PAYMENT_WEBHOOK_SECRET", "SMS_WEBHOOK_SECRET"])
  vi.stubEnv(name, "x".repeat(40));
for (const name of ["EMAIL_WEBHOOK_SECRET", "DATA_PLATFORM_SECRET"]) vi.stubEnv(name, "x".repeat(40));
// Imported late: it reads the settings above.
const { seal, unseal } = await import("./seal.ts");
seal("read the settings now", "test");

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
