import { readFileSync } from "node:fs";
import { join } from "node:path";

const PAGE = "docs/spec/http-api.md";
const OPENAPI = "docs/generated/openapi.json";
/** The section of the calls that are built. */
const SECTION = /^## Calls\n[\s\S]*?(?=^## )/m;
/** A method, or a path between backticks; a query or body behind the path is left out. */
const METHOD_OR_PATH = /\b(GET|POST|PUT|PATCH|DELETE)\b|`(\/api\/[^`?\s]+|…[^`?\s]+)/g;

/**
 * Looks for REST calls that the page of the contract does not name. The calls are those of the printed OpenAPI document,
 * which the check of generated files keeps true to the routes.
 * @returns a sentence for each that says what to do
 */
export function callProblems(root: string): string[] {
  const { paths } = JSON.parse(readFileSync(join(root, OPENAPI), "utf8")) as {
    readonly paths: Readonly<Record<string, object>>;
  };
  const told = callsIn(readFileSync(join(root, PAGE), "utf8"));
  return Object.entries(paths)
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
    .filter((call) => !told.has(call))
    .map((call) => `${PAGE}#calls has no row for ${call}. Add one: the call, its input and its answer.`);
}

/**
 * Reads the first cells of the table: each path belongs to the methods before it, and `…` stands for the first path of its
 * row.
 * @returns calls as in `GET /api/events`
 */
export function callsIn(page: string): ReadonlySet<string> {
  const rows = page.match(SECTION)?.[0].match(/^\| .*? \|/gm) ?? [];
  return new Set(rows.flatMap(callsOfRow));
}

function callsOfRow(row: string): string[] {
  const calls: string[] = [];
  let methods: string[] = [];
  let isNewList = true;
  let first: string | undefined;
  for (const [, method, written = ""] of row.matchAll(METHOD_OR_PATH)) {
    if (method) {
      methods = isNewList ? [method] : [...methods, method];
      isNewList = false;
    } else {
      const path = written.replace("…", first ?? "");
      first ??= path;
      isNewList = true;
      calls.push(...methods.map((one) => `${one} ${path}`));
    }
  }
  return calls;
}
