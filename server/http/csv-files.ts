import type { Context } from "hono";
import { type Allow, authorize } from "../platform/operation/allow.ts";
import type { AppContext } from "../platform/operation/context.ts";
import type { AppError } from "../platform/operation/errors.ts";
import { actorOf, anonymousContext } from "./context.ts";
import { headerOf } from "./header.ts";
import { limitUploads } from "./limits.ts";
import { requireTrustedSource } from "./own-page.ts";
import { problemResponse } from "./problem.ts";

/**
 * Asks everything that can refuse who sends a CSV file, so that its body is not read before.
 * @param kindError - the refusal of what is sent under another media type
 */
export async function requireCsv(c: Context, allow: Allow, kindError: () => AppError): Promise<AppContext> {
  requireTrustedSource(c, { allowsOrigins: true });
  // No form of another site can make a browser send such a type; Windows calls the files by the second one.
  if (!/^(text\/csv|application\/vnd\.ms-excel)\b/i.test(headerOf(c, "content-type") ?? ""))
    throw kindError();
  const anonymous = anonymousContext(c);
  const ctx = { ...anonymous, actor: await actorOf(c, anonymous, true) };
  authorize(allow, ctx);
  await limitUploads(ctx);
  return ctx;
}

/** Answers a call, and what it throws as a problem. */
export async function answering(c: Context, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    return problemResponse(error, anonymousContext(c));
  }
}

interface Mistake {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly found: string;
}

/**
 * Refuses a file: a problem as the others are, with the mistakes besides.
 * @param refuse - makes the refusal of how many mistakes there are and of the first of them
 */
export async function refuseFile(
  ctx: AppContext,
  mistakes: readonly [Mistake, ...Mistake[]],
  refuse: (first: Mistake) => AppError,
): Promise<Response> {
  const problem = problemResponse(refuse(mistakes[0]), ctx);
  return new Response(JSON.stringify({ ...(await problem.json()), mistakes }), problem);
}
