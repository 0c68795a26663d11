import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { sharedMetrics } from "../metrics.ts";
import { formatFamilies } from "../platform/metrics/families.ts";
import { readShared } from "../platform/metrics/shared.ts";
import { workerFamilies } from "../platform/metrics/workers.ts";
import { createContext } from "../platform/operation/context.ts";
import { createApp } from "./app.ts";
import { allMetrics } from "./metrics.ts";

createApp();
const families = [...(await readShared(createContext(), sharedMetrics)), ...(await workerFamilies())];

const folder = fileURLToPath(new URL("../../docs/monitoring/", import.meta.url));
const read = (name: string) => readFileSync(folder + name, "utf8");

/** The PromQL of the rules, each on one line. */
const rules = [...read("alerts.yml").matchAll(/expr: (?:>-\n)?([\s\S]*?)\n {8}(?:for|labels):/g)].map(
  ([, expr = ""]) => expr.replace(/\s+/g, " ").trim(),
);

interface Board {
  readonly panels: readonly { readonly targets?: readonly { readonly expr: string }[] }[];
}
const board = (JSON.parse(read("grafana.json")) as Board).panels.flatMap(({ targets = [] }) =>
  targets.map(({ expr }) => expr),
);

const WORDS = /^(sum|max|min|by|rate|increase|and|offset|histogram_quantile)$/;
const namesIn = (expr: string) =>
  (expr.replace(/\{[^}]*\}|\bby \([^)]*\)|\[\w+\]|offset \w+/g, " ").match(/[a-z_]\w*/g) ?? []).filter(
    (name) => !WORDS.test(name),
  );

describe("the board and the alert rules", () => {
  it("ask only for metrics that the app exposes", () => {
    const exposed = new Set(
      families.flatMap(({ name, type }) =>
        type === "histogram" ? ["_bucket", "_sum", "_count"].map((end) => name + end) : [name],
      ),
    );
    // Prometheus makes it itself.
    exposed.add("up");
    const asked = [...rules, ...board].flatMap(namesIn);
    expect(rules).toHaveLength(25);
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((name) => !exposed.has(name))).toEqual([]);
  });

  it("ask only for labels that the metric has", () => {
    const labelsOf = new Map(
      allMetrics().map(({ name, labelNames }) => [name, labelNames as readonly string[]]),
    );
    const wrong = [...rules, ...board].flatMap((expr) =>
      [...expr.matchAll(/([a-z_]\w*)\{([^}]*)\}/g)].flatMap(([, name = "", matchers = ""]) => {
        const labels = labelsOf.get(name.replace(/_(bucket|count|sum)$/, "")) ?? ["job"];
        return [...matchers.matchAll(/(\w+)[=!]/g)].flatMap(([, label = ""]) =>
          labels.includes(label) ? [] : [`${name}{${label}}`],
        );
      }),
    );
    expect(wrong).toEqual([]);
  });
});

/** Prometheus's own checker: Debian's package `prometheus` has it. */
const hasPromtool = spawnSync("promtool", ["--version"]).status === 0;
const promtool = (args: readonly string[], input = "") => {
  const { status, stdout, stderr } = spawnSync("promtool", args, { cwd: folder, input, encoding: "utf8" });
  return { status, said: stdout + stderr };
};

describe.skipIf(!hasPromtool)("promtool", () => {
  it("takes the rules, and they fire when they should", () => {
    expect(promtool(["check", "rules", "alerts.yml"])).toMatchObject({ status: 0 });
    expect(promtool(["test", "rules", "alerts.test.yml"])).toMatchObject({ status: 0 });
  });

  it("takes what the app tells, and has nothing to say about its own names", () => {
    const isOwn = ({ name }: { name: string }) => !/^(nodejs|process)_/.test(name);
    expect(promtool(["check", "metrics"], formatFamilies(families.filter(isOwn)))).toEqual({
      status: 0,
      said: "",
    });
  });
});
