import { expect, it } from "vitest";
import { formatPhone, mailAddressesIn, phoneNumberOf } from "./phone.ts";

it.each([
  "+821000000001",
  "01000000001",
  "010-0000-0001",
  "010 0000 0001",
  "010.0000.0001",
  "821000000001",
  "8201000000001",
  "82-10-0000-0001",
  "+82 10-0000-0001",
  "+82 010-0000-0001",
  "+82 (0)10-0000-0001",
  "+82(10)00000001",
  "0082 10 0000 0001",
  "0082-010-0000-0001",
  "tel:+82-10-0000-0001",
  "TEL:010-0000-0001;phone-context=+82",
  "０１０－００００－０００１",
  "＋８２１００００００００１",
  " 010\u20110000\u20110001\u200b ",
])("%j is the same number", (text) => {
  expect(phoneNumberOf(text)).toBe("+821000000001");
});

it.each([
  ["02-123-4567", "+8221234567"],
  ["1577-7011", "+8215777011"],
  ["+82 1577 7011", "+8215777011"],
  ["+1 (415) 555-0100", "+14155550100"],
  ["0014155550100", "+14155550100"],
])("%j is %s", (text, number) => {
  expect(phoneNumberOf(text)).toBe(number);
});

it.each(["", "COUPANG", "쿠팡", "12345", "+", "010-0000-0001 #2", "+82100000000012345", "codes@x.test"])(
  "%j is no telephone number",
  (text) => {
    expect(phoneNumberOf(text)).toBeUndefined();
  },
);

it("finds the addresses of a mail header", () => {
  expect(mailAddressesIn('"쿠팡, WING" <No-Reply@Coupang.COM>, b@x.test')).toEqual([
    ...["no-reply@coupang.com", "b@x.test"],
  ]);
  expect(mailAddressesIn("nobody")).toEqual([]);
});

it.each([
  ["+821012345678", "010-1234-5678"],
  ["+8221234567", "02-123-4567"],
  ["+8215777011", "1577-7011"],
  ["+14155550100", "+14155550100"],
  ["a@b.test", "a@b.test"],
])("%s is written as it is dialled in Korea: %s", (number, text) => {
  expect(formatPhone(number)).toBe(text);
});
