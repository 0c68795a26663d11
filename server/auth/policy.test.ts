import { expect, it } from "vitest";
import { canonicalEmail } from "./policy.ts";
import { brokenPasswordRules } from "./values.ts";

it.each([
  ["Demo1234", []],
  ["Ünïcode7", []],
  ["한글과Aa1한글", []],
  [" Spaces 9 kept ", []],
  ["Sh0rt", ["length"]],
  ["가나Aa1".normalize("NFD"), ["length"]],
  [`Aa1${"한".repeat(125)}`.normalize("NFD"), []],
  [`Aa1${"한".repeat(126)}`.normalize("NFD"), ["length"]],
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
  ["buyer@demo.test", "buyer@demo.test"],
  ["Buyer@Demo.Test", "Buyer@Demo.Test"],
  ["user@예시.한국", "user@xn--vv4b11d.xn--3e0b707e"],
  ["user@예시.한국".normalize("NFD"), "user@xn--vv4b11d.xn--3e0b707e"],
  ["user@예시。한국", "user@xn--vv4b11d.xn--3e0b707e"],
  ["user@XN--VV4B11D.xn--3e0b707e", "user@xn--vv4b11d.xn--3e0b707e"],
  ["user@Bücher.example", "user@xn--bcher-kva.example"],
  ["user@예시.한국/x", "user@예시.한국/x"],
  ["user@예시\u200b.한국", "user@예시\u200b.한국"],
  ["user", "user"],
  ["@예시.한국", "@예시.한국"],
])("keeps the address %j as %j", (typed, kept) => {
  expect(canonicalEmail(typed)).toBe(kept);
});
