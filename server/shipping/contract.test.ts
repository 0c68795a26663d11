import { describe, expect, it } from "vitest";
import { DeliveryAddress, trackingNumber } from "./contract.ts";

const seoul = {
  recipient: "홍길동",
  phone: "010-0000-0001",
  postcode: "04524",
  address1: "서울 중구 세종대로 110",
};

describe("an address in Korea", () => {
  it.each([
    ["with a mobile phone number", seoul, "+821000000001"],
    ["with a number of Seoul", { ...seoul, phone: "02) 120-0000" }, "+8221200000"],
    ["with spaces around its postcode, as it is pasted", { ...seoul, postcode: " 04524 " }, "+821000000001"],
    ["of a recipient with a Latin name", { ...seoul, recipient: "Jane Doe" }, "+821000000001"],
    ["with letters and a second line", { ...seoul, address2: "B동 3층 #301" }, "+821000000001"],
    [
      "in decomposed Hangul, as a Mac types it",
      { ...seoul, address1: seoul.address1.normalize("NFD") },
      "+821000000001",
    ],
  ])("is taken %s", (_, address, phone) => {
    const taken = DeliveryAddress.parse(address);
    expect(taken).toMatchObject({ phone, postcode: "04524", address1: seoul.address1 });
  });

  it.each([
    ["an emoji as a name", { recipient: "길동😀" }, "recipient", "emoji"],
    ["a flag in the address", { address1: "서울 🇰🇷 중구" }, "address1", "emoji"],
    ["10,000 characters", { address1: "가".repeat(10_000) }, "address1", "longer than 100"],
    ["a control character", { address2: "3층\u0007" }, "address2", "no text"],
    ["an address in another country", { address1: "1600 Pennsylvania Ave" }, "address1", "Hangul"],
    ["a telephone number of another country", { phone: "+1 202 555 0100" }, "phone", "in Korea"],
    ["a postcode of six digits, as there was once", { postcode: "100-744" }, "postcode", "five digits"],
    ["full-width digits", { postcode: "０４５２４" }, "postcode", "five digits"],
    ["nothing that can be seen", { recipient: "\u3164" }, "recipient", "nothing that can be seen"],
  ])("is refused with %s, by its field", (_, wrong, path, why) => {
    const issue = DeliveryAddress.safeParse({ ...seoul, ...wrong }).error?.issues[0];
    expect(issue?.path).toEqual([path]);
    expect(issue?.message).toContain(why);
  });
});

it.each(["6012345678901", "6012-3456-78901", "RR123456789KR"])("%s can be a tracking number", (number) => {
  expect(trackingNumber.parse(number)).toBe(number);
});

it.each(["-", "----", "a", "1-1", "none", "1&x=2", "javascript:1"])("%s is no tracking number", (number) => {
  expect(trackingNumber.safeParse(number).success).toBe(false);
});
