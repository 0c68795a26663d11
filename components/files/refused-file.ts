import { readRefusal } from "../errors/refusal.ts";

/** The mistakes that a refused file has besides the words of every refusal. */
export function mistakesIn<Mistake>(error: unknown): readonly Mistake[] {
  const { mistakes } = (error ?? {}) as { readonly mistakes?: unknown };
  return Array.isArray(mistakes) ? (mistakes as Mistake[]) : [];
}

/** How many mistakes the whole file has. */
export const countIn = (error: unknown): number => Number(readRefusal(error).params.count ?? 0);
