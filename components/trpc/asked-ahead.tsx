"use client";
import { type DehydratedState, HydrationBoundary, type InfiniteData } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";

interface AskedAheadProps {
  /** What the server asked for while it drew the page. */
  answers: DehydratedState | undefined;
  children: ReactNode;
}

/** Gives a page the answers that came with it, as if the device had asked for them now. */
export function AskedAhead({ answers, children }: AskedAheadProps) {
  return (
    <HydrationBoundary state={useMemo(() => answers && asAskedHere(answers), [answers])}>
      {children}
    </HydrationBoundary>
  );
}

/**
 * The answers as if they had been asked for here. Their times are the server's, and a device whose clock is wrong would take
 * them for newer than what it learns later. JSON made `null` of the cursor that a list's first page has none of.
 */
export function asAskedHere(answers: DehydratedState): DehydratedState {
  const dataUpdatedAt = Date.now();
  const queries = answers.queries.map(({ state, ...query }) => ({
    ...query,
    state: { ...state, dataUpdatedAt, data: isInPages(state.data) ? withCursors(state.data) : state.data },
  }));
  return { ...answers, queries };
}

const isInPages = (data: unknown): data is InfiniteData<unknown> =>
  typeof data === "object" && data !== null && "pageParams" in data;

const withCursors = ({ pages, pageParams }: InfiniteData<unknown>): InfiniteData<unknown> => ({
  pages,
  pageParams: pageParams.map((param) => param ?? undefined),
});
