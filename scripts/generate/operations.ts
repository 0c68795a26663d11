import type { RestRoute } from "#server/platform/http/rest.ts";
import type { Operation } from "#server/platform/operation/command.ts";
import { codes, table } from "./table.ts";

/** An operation and how tRPC clients call it: `catalog.listEvents`. */
export interface TrpcCall {
  readonly path: string;
  readonly operation: Operation;
}

/** The page of every command and query that REST or tRPC serves, by id. */
export function operationsPage(routes: readonly RestRoute[], trpcCalls: readonly TrpcCall[]): string {
  const served = [...routes, ...trpcCalls].map(({ operation }) => operation);
  const rows = [...new Map(served.map((operation) => [operation.id, operation]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { summary, allow, idempotent, refuses }]) => [
      ...[`\`${id}\``, summary, allow.name, idempotent ? "yes" : ""],
      codes(refuses.map(({ reason }) => reason)),
      codes(routes.filter(({ operation }) => operation.id === id).map(restCall)),
      codes(trpcCalls.filter(({ operation }) => operation.id === id).map(({ path }) => path)),
    ]);
  const head = ["operation", "does", "who may", "idempotent", "refuses with", "REST", "tRPC"];
  return `# Operations

Printed from the commands and queries by \`npm run generate\`. An idempotent one needs an \`Idempotency-Key\`. The reasons are
the operation's own; those of the domain \`platform\` in [errors.md](errors.md) can meet any call.

${table(head, rows)}
`;
}

const restCall = ({ method, path }: RestRoute): string => `${method.toUpperCase()} /api${path}`;
