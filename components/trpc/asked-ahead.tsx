"use client";
import { type DehydratedState, HydrationBoundary } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";

interface AskedAheadProps {
  /** What the server asked for while it drew the page. */
  answers: DehydratedState | undefined;
  children: ReactNode;
}

/** Gives a page the answers that came with it, as if the device had asked for them now. */
export function AskedAhead({ answers, children }: AskedAheadProps) {
  return (
    <HydrationBoundary state={useMemo(() => answers && asOfNow(answers), [answers])}>
      {children}
    </HydrationBoundary>
  );
}

/** Their times are the server's, and a device whose clock is wrong would take them for newer than what it learns later. */
function asOfNow(answers: DehydratedState): DehydratedState {
  const dataUpdatedAt = Date.now();
  const queries = answers.queries.map((query) => ({ ...query, state: { ...query.state, dataUpdatedAt } }));
  return { ...answers, queries };
}
