import type { z } from "zod";
import type { Variable } from "#server/platform/config/env-declaration.ts";
import type { variables } from "#server/platform/config/env-variables.ts";
import { table } from "./table.ts";

/** The page of the settings that a person may give, in the order they are declared. */
export function environmentPage(declared: typeof variables): string {
  const rows = Object.entries<Variable<z.ZodType>>(declared)
    .filter(([, { internal }]) => !internal)
    .map(([name, { expects, unset, secret }]) => [`\`${name}\``, expects, unset, secret ? "yes" : ""]);
  return `# Environment variables

Printed from \`server/platform/config/env-variables.ts\` by \`npm run generate\`. An empty text counts as left out; a secret is never
printed. A start with a wrong value is refused with the variable's name.

${table(["variable", "expected", "when left out", "secret"], rows)}
`;
}
