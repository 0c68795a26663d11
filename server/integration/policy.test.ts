import { describe, expect, it } from "vitest";
import { codeIn, isBusinessNumber, isVendorId, maskDigits, rolesOf, waitSecondsMax } from "./policy.ts";

it.each(["124-81-00998", "1248100998", "220-81-62517", "120-88-00767"])(
  "%s is a business number",
  (number) => {
    expect(isBusinessNumber(number)).toBe(true);
  },
);

it.each(["124-81-00997", "1248100990", "12481009", "124-81-0099a", ""])(
  "%j is no business number",
  (number) => {
    expect(isBusinessNumber(number)).toBe(false);
  },
);

it("knows a vendor id", () => {
  expect(["A00123456", "A1234567", "B00123456", "A001234567", "a00123456"].map(isVendorId)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

describe("the code of a message", () => {
  it.each([
    ["[쿠팡] 인증번호는 [482913]입니다.", "482913"],
    ["Your verification code: 004211", "004211"],
    ["문의 021234 / 인증번호 771100", "771100"],
    ["주문 20261121 건, 771100", "771100"],
    ["Call 15991234 now", undefined],
    ["12345 and 1234567", undefined],
  ])("of %j is %s", (text, code) => {
    expect(codeIn(text)).toBe(code);
  });

  it("is masked wherever the text is kept", () => {
    expect(maskDigits("[쿠팡] 인증번호 [482913], 3분 안에")).toBe("[쿠팡] 인증번호 [••••••], 3분 안에");
  });
});

it("tells as whom somebody makes a step", () => {
  const user = { kind: "user", userId: "user_a", role: "ADMIN", loginSessionId: "login_session_a" } as const;
  expect(rolesOf(user, "user_a")).toEqual(["seller", "admin"]);
  expect(rolesOf({ ...user, role: "USER" }, "user_b")).toEqual([]);
  expect(rolesOf({ kind: "system", job: "integration.locks" }, "user_a")).toEqual(["system"]);
  expect(rolesOf({ kind: "anonymous" }, "user_a")).toEqual([]);
});

it("estimates the wait by the lines there are", () => {
  expect([waitSecondsMax(1, 1), waitSecondsMax(3, 1), waitSecondsMax(3, 3), waitSecondsMax(4, 3)]).toEqual([
    600, 1800, 600, 1200,
  ]);
});
