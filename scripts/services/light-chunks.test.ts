import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { joinChunks } from "./light-chunks.ts";

/** What cannot be compressed, so that a chunk is as large as it says. */
const codeOf = (bytes: number) => randomBytes(Math.ceil((bytes * 3) / 4)).toString("base64");

const page = (name: string, imports: readonly string[]) => chunk(name, 100, imports, true);
const shared = (name: string, bytes: number, imports: readonly string[] = []) =>
  chunk(name, bytes, imports, false);
const chunk = (name: string, bytes: number, imports: readonly string[], isEntry: boolean) => ({
  ...{ fileName: `${name}.js`, moduleIds: [`${name}.ts`], imports: imports.map((each) => `${each}.js`) },
  ...{ isEntry, isDynamicEntry: false, code: codeOf(bytes) },
});

/** The modules that stand together, as `a+b`. */
function joined(chunks: Parameters<typeof joinChunks>[0]): string[] {
  const files = Map.groupBy(joinChunks(chunks), ([, file]) => file);
  return [...files.values()].map((modules) =>
    modules
      .map(([module]) => module.replace(".ts", ""))
      .sort()
      .join("+"),
  );
}

describe("files that pages share", () => {
  it("are one where the same pages need them, however large", () =>
    expect(
      joined([page("p", ["a", "b"]), page("q", ["a", "b"]), shared("a", 20_000), shared("b", 20_000)]),
    ).toEqual(["a+b"]));

  it("are one where few bytes are not needed by some", () =>
    expect(joined([page("p", ["a", "b"]), page("q", ["a"]), shared("a", 20_000), shared("b", 100)])).toEqual([
      "a+b",
    ]));

  it("stay two where a page would load much that it does not need", () =>
    expect(joined([page("p", ["a", "b"]), page("q", ["a"]), shared("a", 20_000), shared("b", 2000)])).toEqual(
      ["a", "b"],
    ));

  it("do not take in what stands in a page's own file", () =>
    expect([...joinChunks([page("p", ["a"]), shared("a", 100)]).keys()]).toEqual(["a.ts"]));

  it("never need each other in a circle", () =>
    // One file of `a`, `x` and `c` would gain more, but need `b`, which needs it.
    expect(
      joined([
        ...["p", "q", "u"].map((name) => page(name, ["a", "x"])),
        ...["r1", "r2"].map((name) => page(name, ["b"])),
        ...[page("s", ["c"]), page("t", ["x"])],
        ...[shared("a", 100, ["b"]), shared("x", 100), shared("b", 9000, ["c"]), shared("c", 100)],
      ]),
    ).toEqual(["b", "c", "a+x"]));
});
