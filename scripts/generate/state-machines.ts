import type { AnyMachine } from "#server/platform/database/machine.ts";
import { table as markdownTable } from "./table.ts";

/** A machine as a Mermaid diagram, which code hosts draw. */
function diagram(machine: AnyMachine): string {
  const ends = machine.states.filter((state) => !machine.edges.some(([from]) => from === state));
  const lines = [
    `  [*] --> ${machine.initial}`,
    ...machine.edges.map(([from, to]) => `  ${from} --> ${to}`),
    ...ends.map((state) => `  ${state} --> [*]`),
  ];
  return ["```mermaid", "stateDiagram-v2", ...lines, "```"].join("\n");
}

/** Who may move it where, as far as the machine says so. */
function entrants(machine: AnyMachine): string[] {
  const rows = machine.states.flatMap((state) => {
    const roles = machine.entrants(state);
    return roles ? [[state, roles.join(", ")]] : [];
  });
  return rows.length > 0 ? [markdownTable(["to", "moved there by"], rows)] : [];
}

/** The page of all machines: their diagrams and the places of their guards. */
export function stateMachinesPage(
  machines: readonly { machine: AnyMachine; table: string | null }[],
): string {
  const sections = machines.map(({ machine, table }) => {
    const guard = table
      ? `Kept in \`${table}.state\`; a trigger refuses every other change.`
      : "Kept in Redis; one script compares and sets.";
    const parts = [`Begins as \`${machine.initial}\`. ${guard}`, diagram(machine), ...entrants(machine)];
    return `## ${machine.name}\n\n${parts.join("\n\n")}`;
  });
  return `# State machines\n\nPrinted from \`server/*/machine.ts\` by \`npm run generate\`.\n\n${sections.join("\n\n")}\n`;
}
