import { readFileSync } from "node:fs";

/** What docs/spec says of a machine. Tests take it instead of the machine's own declaration, which may be wrong. */
export interface SpecifiedMachine {
  readonly initial: string;
  readonly states: readonly string[];
  readonly steps: readonly (readonly [from: string, to: string])[];
}

/**
 * Reads a machine from docs/spec.
 * @param name - the machine's name in the code
 * @throws Error where the page names no such machine
 */
export function specifiedMachine(name: string): SpecifiedMachine {
  const steps =
    name === "integrationSession"
      ? stepsOfTable(section("seller-integration.md", "States"))
      : name === "transmission"
        ? stepsOfProse(section("outbox.md", "States"))
        : stepsOfProse(rowOf(name));
  const states = [...new Set(steps.flat())];
  const [initial] = states;
  if (!initial) throw new Error(`docs/spec has no steps of ${name}`);
  return { initial, states, steps };
}

const ROWS: Record<string, string> = {
  inventory: "inventory unit",
  loginSession: "login session",
  waitlistEntry: "waitlist entry",
};

/** The second cell of a machine's row, whose first may explain the name in parentheses. */
function rowOf(name: string): string {
  const row = ROWS[name] ?? name;
  const cells = rowsOf(section("state-machines.md", "Machines")).find(
    ([first]) => withoutNotes(first) === row,
  );
  return cells?.[1] ?? "";
}

function section(page: string, heading: string): string {
  const text = readFileSync(new URL(`../../docs/spec/${page}`, import.meta.url), "utf8");
  return text.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
}

/** The cells of a table's rows, without its head. */
const rowsOf = (text: string): string[][] =>
  text
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .slice(1);

const withoutNotes = (text = "") => text.replace(/ \([^)]*\)/g, "").trim();

/** `a → b, c · b → c` */
const stepsOfProse = (text: string): [string, string][] =>
  withoutNotes(text)
    .replace(/\.$/, "")
    .split(" · ")
    .flatMap((part) => {
      const [from = "", targets = ""] = part.split(" → ");
      return targets.split(", ").map((to): [string, string] => [from, to]);
    });

/** A row a step, whose source may be a state, a range as in `a to c`, or `any but an end`. */
function stepsOfTable(text: string): [string, string][] {
  const rows = rowsOf(text).map(([from = "", to = ""]) => [from, to] as const);
  const sources = rows.map(([from]) => from).filter((from) => !from.includes(" "));
  const sourcesIn = (from: string): string[] => {
    if (from === "any but an end") return sources;
    const [first = "", last = first] = from.split(" to ");
    return sources.slice(sources.indexOf(first), sources.indexOf(last) + 1);
  };
  return rows.flatMap(([from, to]) => sourcesIn(from).map((source): [string, string] => [source, to]));
}
