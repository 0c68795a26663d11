import { ERROR_CODES, type errorRegistry } from "#server/platform/operation/errors.ts";
import { table } from "./table.ts";

/** The page of all refusals, by domain and reason. */
export function errorsPage(registry: typeof errorRegistry): string {
  const rows = [...registry.values()]
    .sort((a, b) => compare(a.domain, b.domain) || compare(a.reason, b.reason))
    .map(({ domain, reason, status, retry, message }) => [
      ...[domain, `\`${reason}\``, String(status), `\`${ERROR_CODES[status]}\``, retry, message],
    ]);
  const head = ["domain", "reason", "status", "code", "retry", "message"];
  return `# Refusals

Printed from \`server/*/errors.ts\` by \`npm run generate\`. \`{name}\` stands for a parameter of the refusal; \`retry\` says
whether the same call may succeed \`later\` or never will (\`no\`).

${table(head, rows)}
`;
}

/** By code unit: the order must not depend on the locale of the machine that prints. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
