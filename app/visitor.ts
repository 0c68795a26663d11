import { cookies } from "next/headers";
import { cache } from "react";
import { authenticate } from "#server/auth/queries.ts";
import { cookieNames } from "#server/auth/tokens.ts";
import { type AppContext, createContext } from "#server/platform/operation/context.ts";
import { AppError } from "#server/platform/operation/errors.ts";

/**
 * Who asks for the page that is being rendered, by the access cookie.
 * @returns null without a login, where it is to be renewed first, and while that cannot be found out
 */
export const visitor = cache(async (): Promise<AppContext | null> => {
  const token = (await cookies()).get(cookieNames().access)?.value;
  if (!token) return null;
  try {
    return createContext({ actor: await authenticate(createContext(), token) });
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
});
