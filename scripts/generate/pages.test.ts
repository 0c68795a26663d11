import { describe, expect, it } from "vitest";
import { patient } from "#server/testing/patience.ts";
import { decisionsPage } from "./decisions.ts";
import { domainsPage } from "./domains.ts";
import { errorsPage } from "./errors.ts";
import { operationsPage } from "./operations.ts";
import { loadProduct } from "./product.ts";
import { table } from "./table.ts";
import { trpcCalls } from "./trpc.ts";

const EMPTY = { domains: {}, vocabulary: {}, folders: {}, platformRooms: {}, publicOfStores: {} };

describe("a page", () => {
  it("keeps a cell in its cell", () => {
    expect(table(["a"], [["x | y\nz"]])).toBe("| a |\n|---|\n| x \\| y z |");
  });

  it("draws a domain that uses no other", () => {
    expect(domainsPage({ ...EMPTY, domains: { audit: [], holds: ["catalog", "line"] } })).toContain(
      "  audit\n  holds --> catalog\n  holds --> line\n",
    );
  });

  it.each([
    ["a number that is taken", ["001-a.md", "# 001 A\n\n**Context.** C.\n\n"], "001 is taken"],
    ["a title with another number", ["002-b.md", "# 003 B\n\n**Context.** C.\n\n"], 'must be "# 002"'],
    ["no context", ["002-b.md", "# 002 B\n\n**Decision.** D.\n\n"], "it must tell its context"],
  ])("of decisions is not printed with %s", (_, [name = "", text = ""], problem) => {
    const first = { name: "001-commands.md", text: "# 001 Commands\n\n**Context.** C.\n\n" };
    expect(() => decisionsPage([first, { name, text }])).toThrow(problem);
  });

  it("of decisions has the first sentence of each one's context", () => {
    const text =
      "# 015 Connections\n\n**Context.** With postgres.js 3.4\nit goes on. And on.\n\n**Decision.** D.\n";
    expect(decisionsPage([{ name: "015-c.md", text }])).toContain(
      "| [015](015-c.md) | Connections | With postgres.js 3.4 it goes on. |",
    );
  });

  it("sorts refusals by domain, then reason", () => {
    const refusal = { status: 409, retry: "no", message: "No." } as const;
    const registry = new Map(
      ["holds.b", "auth.z", "holds.a"].map((name) => {
        const [domain = "", reason = ""] = name.split(".");
        return [reason, { ...refusal, domain, reason }];
      }),
    );
    expect([...errorsPage(registry).matchAll(/^\| (\w+) \| `(\w)`/gm)].map(([, ...names]) => names)).toEqual([
      ["auth", "z"],
      ["holds", "a"],
      ["holds", "b"],
    ]);
  });

  it("has one row for an operation that both transports serve", { timeout: patient(30_000) }, async () => {
    const { routes, trpcCalls: calls } = await loadProduct();
    const rows = operationsPage(routes, calls).split("\n");
    expect(rows.filter((row) => row.startsWith("| `holds.release-hold`"))).toEqual([
      expect.stringContaining("| `DELETE /api/reservations/hold/:holdId` | `holds.release` |"),
    ]);
  });
});

it("names a procedure whose line in the router does not tell its operation", {
  timeout: patient(30_000),
}, async () => {
  await loadProduct();
  await expect(trpcCalls({ "holds.vanish": { _def: { type: "mutation" } } })).rejects.toThrow(
    "server/holds/router.ts: vanish is not one line",
  );
});
