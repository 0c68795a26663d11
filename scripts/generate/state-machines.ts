import type { AnyMachine } from "#server/platform/machine.ts";

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

/** The page of all machines: diagram, and where the guard stands. */
export function stateMachinesPage(
  machines: readonly { machine: AnyMachine; table: string | null }[],
): string {
  const sections = machines.map(({ machine, table }) => {
    const guard = table
      ? `Kept in \`${table}.state\`; a trigger refuses every other change.`
      : "Kept in Redis; one script compares and sets.";
    return `## ${machine.name}\n\nBegins as \`${machine.initial}\`. ${guard}\n\n${diagram(machine)}`;
  });
  return `# State machines\n\nPrinted from \`server/*/machine.ts\` by \`npm run generate\`.\n\n${sections.join("\n\n")}\n`;
}
