const CAUSES_MAX = 5;
const STACK_LINES = 7;

/** What is said of one error. */
interface Said {
  readonly name: string;
  readonly message: string;
  /** The system's or the database's word for it, such as ECONNREFUSED or 42P01. */
  readonly errorCode?: string;
}

/** An error for the log: what it says, where it came from, and what caused it. */
export function describeError(error: unknown) {
  const chain = chainOf(error);
  const [first = { name: "Error", message: String(error) }, ...causes] = chain.map(said);
  const stack = chain[0] instanceof Error ? chain[0].stack?.split("\n") : undefined;
  return {
    ...first,
    stack: stack?.filter((line) => line.trimStart().startsWith("at ")).slice(0, STACK_LINES),
    causes: causes.length > 0 ? causes : undefined,
  };
}

/** An error in a line for a person on duty, with its causes: `fetch failed: connect ECONNREFUSED 10.0.0.7:8288`. */
export const explainError = (error: unknown): string =>
  [...new Set(chainOf(error).map((one) => said(one).message))].join(": ");

/** The class of an error, in words that name no values: `PostgresError 42P01`. */
export function kindOfError(error: unknown): string {
  const kinds = chainOf(error).map((one) => [said(one).name, said(one).errorCode].filter(Boolean).join(" "));
  return [...new Set(kinds)].join(", ");
}

/** The error and what caused it. A failed query's own text carries its parameters, so its cause speaks for it. */
function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let current = error; current && chain.length < CAUSES_MAX; current = causeOf(current))
    if (!isQueryError(current)) chain.push(current);
  return chain.length > 0 ? chain : [new Error("a query failed")];
}

const isQueryError = (error: unknown): boolean =>
  error instanceof Error && "query" in error && "params" in error;

/** A connection that tried several addresses failed with one error for each; the last says as much as any. */
const causeOf = (error: unknown): unknown =>
  error instanceof Error
    ? (error.cause ?? (error instanceof AggregateError ? error.errors.at(-1) : undefined))
    : undefined;

function said(error: unknown): Said {
  if (typeof error !== "object" || error === null) return { name: "Error", message: String(error) };
  const { name = "Error", message = "", code } = error as Partial<Record<string, unknown>>;
  const errorCode = typeof code === "string" && /^[A-Z0-9_]{2,40}$/.test(code) ? code : undefined;
  return {
    name: String(name),
    message: String(message || errorCode || name),
    ...(errorCode && { errorCode }),
  };
}
