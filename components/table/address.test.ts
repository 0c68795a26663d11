import { describe, expect, it } from "vitest";
import { type Filter, queryOf, readFilters, readSort } from "./address.ts";

const filters: readonly Filter[] = [
  {
    kind: "choice",
    name: "status",
    label: "Status",
    any: "All",
    options: [{ value: "DEAD", label: "Dead" }],
  },
  { kind: "text", name: "search", label: "Search" },
  { kind: "day", name: "since", label: "Since" },
];
const read = (query: string) => readFilters(filters, new URLSearchParams(query));

describe("the filters in the address", () => {
  it("come back from the address as they were put there", () => {
    const given = { status: "DEAD", search: "a b&c=d", since: "2026-12-24" };
    expect(read(queryOf(given))).toEqual(given);
    expect(queryOf({ status: undefined, search: "" })).toBe("");
  });

  it("leave out what no filter can have, rather than finding nothing", () => {
    expect(read(`status=LOST&since=today&search=${"x".repeat(201)}&other=1`)).toEqual({});
    expect(read("status=DEAD&search=%20%20")).toEqual({ status: "DEAD" });
  });
});

it("takes only a sort that the list has", () => {
  const sortOf = (query: string) => readSort(["createdAt"], new URLSearchParams(query), "-createdAt");
  expect(sortOf("sort=createdAt")).toBe("createdAt");
  expect(sortOf("sort=-createdAt")).toBe("-createdAt");
  expect(sortOf("sort=password")).toBe("-createdAt");
  expect(sortOf("")).toBe("-createdAt");
});
