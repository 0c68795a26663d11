import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { createContext } from "#server/platform/operation/context.ts";
import { type AppRouter, appRouter } from "#server/router.ts";
import { visitor } from "./visitor.ts";

/** Asks, for the visitor, what a page shows first. */
export type Ask = (trpc: TRPCOptionsProxy<AppRouter>, client: QueryClient) => Promise<unknown>;

/**
 * Has the first HTML of a page show what its component would ask for in the browser. What is refused or cannot be read the
 * page asks again, and says.
 * @returns the answers, as JSON can carry them
 */
export async function askAhead(ask: Ask): Promise<DehydratedState> {
  const queryClient = new QueryClient();
  const ctx = (await visitor()) ?? createContext();
  const trpc = createTRPCOptionsProxy({ router: appRouter, ctx, queryClient });
  await ask(trpc, queryClient).catch(() => undefined);
  return JSON.parse(JSON.stringify(dehydrate(queryClient)));
}
