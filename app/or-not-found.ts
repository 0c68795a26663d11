import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { authenticate } from "#server/auth/queries.ts";
import { cookieNames } from "#server/auth/tokens.ts";
import { type AppContext, createContext } from "#server/platform/operation/context.ts";
import { AppError } from "#server/platform/operation/errors.ts";

/** What a page reads of the thing that its address names; where there is none, the page is the one that says so (404). */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  }
}

/**
 * The same for a thing that is not everyone's: whether it is there is only for those who may see it to know, so a visitor
 * whom the cookie does not name gets the page, which has them log in. What else may be wrong the page says itself, since
 * it reads again in the browser.
 */
export async function privateOrNotFound(read: (ctx: AppContext) => Promise<unknown>): Promise<void> {
  const token = (await cookies()).get(cookieNames().access)?.value;
  if (!token) return;
  try {
    await read(createContext({ actor: await authenticate(createContext(), token) }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.status === 404) notFound();
  }
}
