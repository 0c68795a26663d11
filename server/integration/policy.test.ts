import { expect, it } from "vitest";
import { isBusinessNumber, keysEnd, requireVendorId, rolesOf, waitSecondsMax } from "./policy.ts";

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
  expect(() => requireVendorId("A00123456")).not.toThrow();
  for (const wrong of ["A1234567", "B00123456", "A001234567", "a00123456", "B123"])
    expect(() => requireVendorId(wrong)).toThrow("A vendor id is");
});

it.each([
  // It is 08:00 on the first of July in Korea, and still June in UTC.
  ["2026-07-01", "2026-12-27T15:00:00.000Z"],
  [undefined, "2026-12-27T23:00:00.000Z"],
  ["2026-01-03", "2026-07-01T15:00:00.000Z"],
  ["2026-01-02", undefined],
  ["2026-07-02", undefined],
])("keys issued on %s end at %s", (issuedOn, end) => {
  expect(keysEnd(issuedOn, new Date("2026-06-30T23:00:00.000Z"))?.toISOString()).toBe(end);
});

it("tells as whom someone makes a step", () => {
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
