import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { areSame, weaknessOf } from "./secret-strength.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const weakness = (secret: string) => weaknessOf("AUTH_SECRET", secret);

describe("a secret", () => {
  it.each([
    ["hex" as const, 16],
    ["hex" as const, 32],
    ["base64" as const, 32],
    ["base64url" as const, 48],
  ])("that is random is taken: %s of %i bytes", (encoding, bytes) => {
    for (let tries = 0; tries < 300; tries++)
      expect(weakness(randomBytes(bytes).toString(encoding))).toBeUndefined();
  });

  it("of Standard Webhooks is measured by its bytes, not by its letters", () => {
    expect(weakness(`whsec_${randomBytes(24).toString("base64")}`)).toBeUndefined();
    expect(weakness(`whsec_${randomBytes(20).toString("base64")}`)).toMatch(/20 bytes of the 24/);
  });

  it("of Inngest is measured without its prefix", () => {
    expect(weakness(`signkey-prod-${randomBytes(32).toString("hex")}`)).toBeUndefined();
    expect(weakness("signkey-prod-0a1b2c3d4e5f60718293a4b5")).toMatch(/too short/);
  });

  it.each([
    ["", "too short"],
    ["a5!Kq9-Zr7wP", "too short"],
    ["a".repeat(64), "pattern"],
    ["ab".repeat(20), "pattern"],
    ["0123456789abcdef0123456789abcdef", "pattern"],
    ["correct horse battery staple correct horse battery staple", "pattern"],
    ["abcdefghijklmnopqrstuvwxyz012345", "pattern"],
    ["98765432109876543210987654321098", "pattern"],
    ["changemechangemechangemechangeme", "change"],
    ["please-change-me-before-production-1", "change-me"],
    ["This-Is-My-Secret-For-Production-42", "secret"],
    ["Password1234!Password5678!Xy-2026-aa", "passw"],
    ["auth_secret-for-the-production-shop", "its own name"],
    ["AUTHSECRET-AUTHSECRET-2026-11-26-XYZ", "its own name"],
    ["seonchak-production-key-2026-11-2026", "seonchak"],
    [`whsec_${base64("changeme".repeat(4))}`, "changeme"],
    [base64("a-shop-that-will-change-me-before-it-is-open"), "change-me"],
    [Buffer.from("please-change-me-before-production-1").toString("hex"), "change-me"],
    [`whsec_${base64("auth_secret-for-the-production-shop")}`, "its own name"],
    [`whsec_${base64("0123456789abcdef0123456789abcdef")}`, "pattern"],
    [`whsec_${base64("xkxxkkxxkxxkkkxkxkxxkkxkxxxkkxkkxxkxkkxx")}`, "few different characters"],
    ["xkxxkkxxkxxkkkxkxkxxkkxkxxxkkxkkxxkxkkxx", "few different characters"],
  ])("that is guessed first is refused: %s", (secret, why) => {
    expect(weakness(secret)).toContain(why);
  });
});

describe("two secrets", () => {
  const text = randomBytes(24).toString("hex");
  it.each([
    ["the standard's spelling of a text", `whsec_${base64(text)}`],
    ["a text in base64", base64(text)],
    ["a text in hexadecimal digits", Buffer.from(text).toString("hex")],
    ["a text after the standard's prefix", `whsec_${text}`],
    ["a text in upper case", text.toUpperCase()],
  ])("are the same when one is %s that is the other", (_, secret) => {
    expect(areSame(text, secret)).toBe(true);
    expect(areSame(secret, text)).toBe(true);
  });

  it("are not the same when each is random", () => {
    for (let tries = 0; tries < 300; tries++)
      expect(areSame(randomBytes(32).toString("hex"), `whsec_${randomBytes(24).toString("base64")}`)).toBe(
        false,
      );
  });
});
