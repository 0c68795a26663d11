/** The page of who uses whom, as a Mermaid diagram, which code hosts draw. */
export function domainsPage(domains: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(domains).flatMap(([name, uses]) =>
    uses.length === 0 ? [`  ${name}`] : uses.map((used) => `  ${name} --> ${used}`),
  );
  return `# Domains

Printed from \`server/architecture.mjs\` by \`npm run generate\`. An arrow points at what a domain may use; every domain stands
on \`server/platform/\`.

${["```mermaid", "graph TD", ...lines, "```"].join("\n")}
`;
}
