import type { z } from "zod";
import { platformErrors } from "./errors.ts";

/** @throws `invalid_argument` (400) with the first field that does not fit and why */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw platformErrors.invalid_argument({
    path: issue?.path.join(".") || "body",
    problem: issue?.message ?? "does not fit",
  });
}

/** @throws `malformed_json` (400) */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw platformErrors.malformed_json();
  }
}
