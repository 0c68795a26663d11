"use client";
import { useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { createContext, type ReactNode, use, useState } from "react";
import type { Account } from "#server/auth/contract.ts";
import type { AppRouter } from "#server/router.ts";
import { useTRPC } from "./client.ts";

/** What the server knew as it drew a page, so that the browser first draws the same. */
export interface Drawn {
  /** For whom; undefined where that was not known, as it is when a login is to be renewed first. */
  readonly viewer: Account | undefined;
  /** What they have under way, whose bars stand above the content of the shop's pages. */
  readonly purchases?: inferRouterOutputs<AppRouter>["checkout"]["underWay"] | undefined;
  /** When, in milliseconds of the server's clock. */
  readonly nowMs: number;
}

const DrawnContext = createContext<Drawn | undefined>(undefined);

export const useDrawn = (): Drawn | undefined => use(DrawnContext);

/** Older than anything: what was drawn is asked again at once. */
const LONG_AGO_MS = 1;

export function DrawnFor({ drawn, children }: { drawn: Drawn | undefined; children: ReactNode }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  // Once, as the page begins: what was drawn is no longer true when a login has ended since.
  useState(() => {
    if (!drawn?.viewer) return;
    const options = { updatedAt: LONG_AGO_MS };
    queryClient.setQueryData(trpc.auth.me.queryKey({}), drawn.viewer, options);
    if (drawn.purchases)
      queryClient.setQueryData(trpc.checkout.underWay.queryKey({}), drawn.purchases, options);
  });
  return <DrawnContext value={drawn}>{children}</DrawnContext>;
}
