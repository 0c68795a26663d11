import { expect, it } from "vitest";
import { brokenPasswordRules } from "./policy.ts";

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
