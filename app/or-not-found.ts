import { notFound } from "next/navigation";
import { noteRefusal } from "#server/platform/http/rendering.ts";
import type { AppContext } from "#server/platform/operation/context.ts";
import { AppError } from "#server/platform/operation/errors.ts";
import { orUnavailable } from "#server/platform/operation/unavailable.ts";
import { visitor } from "./visitor.ts";

/**
 * Reads what the address names; a refusal as not found gives the not-found page (404), and a store that is away a page with
 * 503, also where the read is no operation.
 */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (cause) {
    const error = orUnavailable(cause);
    noteRefusal(error);
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  }
}

/**
 * The same for private things, whose existence is revealed only to people who may see them: a visitor without a login
 * gets the page, which asks for one. Other errors are shown by the page itself, because it reads again in the browser.
 */
export async function privateOrNotFound(read: (ctx: AppContext) => Promise<unknown>): Promise<void> {
  const ctx = await visitor();
  if (!ctx) return;
  try {
    await read(ctx);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.status === 404) notFound();
  }
}
