import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { ko } from "./ko.ts";

type Tree = { readonly [key: string]: string | Tree };

const placeholders = (text: string) =>
  [...new Set(text.match(/\{\s*\w+(?=\s*[,}])/g) ?? [])].map((name) => name.slice(1).trim()).sort();

function pairs(left: Tree, right: Tree, path = ""): { path: string; left: string; right: string }[] {
  return Object.entries(left).flatMap(([key, value]) => {
    const other = right[key];
    if (typeof value === "string") return [{ path: `${path}${key}`, left: value, right: String(other) }];
    return typeof other === "object" ? pairs(value, other, `${path}${key}.`) : [];
  });
}

describe("messages", () => {
  it("asks for the same values in both languages", () => {
    for (const { path, left, right } of pairs(ko, en))
      expect({ path, values: placeholders(right) }).toEqual({ path, values: placeholders(left) });
  });

  it("leaves no text empty", () => {
    for (const { left, right } of pairs(ko, en)) expect(left.trim() && right.trim()).not.toBe("");
  });
});
