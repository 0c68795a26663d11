import { codes, table } from "./table.ts";

type Words = Readonly<Record<string, string>>;

interface Architecture {
  readonly domains: Readonly<Record<string, readonly string[]>>;
  readonly vocabulary: Words;
  readonly folders: Words;
  readonly platformRooms: Words;
  readonly publicOfStores: Readonly<Record<string, readonly string[]>>;
}

/** The page of who uses whom, as a Mermaid diagram, which code hosts draw, and of what each file of a domain holds. */
export function domainsPage(architecture: Architecture): string {
  const { domains, vocabulary, folders, platformRooms, publicOfStores } = architecture;
  const lines = Object.entries(domains).flatMap(([name, uses]) =>
    uses.length === 0 ? [`  ${name}`] : uses.map((used) => `  ${name} --> ${used}`),
  );
  const files = [
    ...Object.entries(vocabulary).map(([name, holds]) => [codes([`${name}.ts`]), holds]),
    ...Object.entries(folders).map(([name, holds]) => [codes([`${name}/`]), holds]),
  ];
  const rooms = Object.entries(platformRooms).map(([name, holds]) => [codes([`${name}/`]), holds]);
  const stores = Object.entries(publicOfStores).map(([name, names]) => [name, codes(names)]);
  return `# Domains

Printed from \`server/architecture.mjs\` by \`npm run generate\`. An arrow points at what a domain may use; every domain stands
on \`server/platform/\`.

${["```mermaid", "graph TD", ...lines, "```"].join("\n")}

## A domain's files
A further policy, store or mail is called after its subject: \`refunds.store.ts\`.

${table(["file", "holds"], files)}

## What others may use of a domain's stores
${table(["domain", "names"], stores)}

## The rooms of server/platform
${table(["room", "holds"], rooms)}
`;
}
