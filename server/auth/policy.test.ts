import { expect, it } from "vitest";
import { brokenPasswordRules, networkOf } from "./policy.ts";

it.each([
  ["Demo1234", []],
  ["Ünïcode7", []],
  ["한글과Aa1한글", []],
  [" Spaces 9 kept ", []],
  ["Sh0rt", ["length"]],
  [`Aa1${"x".repeat(125)}`, []],
  [`Aa1${"x".repeat(126)}`, ["length"]],
  [`Aa1${"😀".repeat(125)}`, []],
  ["alllower1", ["upper"]],
  ["ALLUPPER1", ["lower"]],
  ["NoDigitHere", ["digit"]],
  ["", ["length", "upper", "lower", "digit"]],
  ["Password1", ["uncommon"]],
  ["QWERTy123", ["uncommon"]],
])("judges the password %j by every rule at once", (password, broken) => {
  expect(brokenPasswordRules(password)).toEqual(broken);
});

it.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
])("counts %s as the customer %s", (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
