import { describe, expect, it } from "vitest";
import { patient } from "#server/testing/patience.ts";
import { domainsPage } from "./domains.ts";
import { errorsPage } from "./errors.ts";
import { operationsPage } from "./operations.ts";
import { loadProduct } from "./product.ts";
import { table } from "./table.ts";
import { trpcCalls } from "./trpc.ts";

describe("a page", () => {
  it("keeps a cell in its cell", () => {
    expect(table(["a"], [["x | y\nz"]])).toBe("| a |\n|---|\n| x \\| y z |");
  });

  it("draws a domain that uses nobody", () => {
    expect(domainsPage({ audit: [], holds: ["catalog", "line"] })).toContain(
      "  audit\n  holds --> catalog\n  holds --> line\n",
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
