import { describe, expect, it } from "vitest";
import { hrefOf, readFilter } from "./filter.ts";

const read = (query: string) => readFilter(new URLSearchParams(query));

describe("the filter in the address", () => {
  it("comes back from the address as it was put there", () => {
    const filter = { status: "DEAD", destination: "data-platform", search: "a b&c=d" } as const;
    expect(read(hrefOf(filter).replace(/^[^?]*/, ""))).toEqual(filter);
    expect(hrefOf({})).toBe("/admin/transmissions");
  });

  it("leaves out what is none, rather than finding nothing", () => {
    expect(read(`status=LOST&destination=moon&search=${"x".repeat(201)}`)).toEqual({});
    expect(read("status=SENT&search=%20%20")).toEqual({ status: "SENT" });
  });
});
