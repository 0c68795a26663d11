"use client";
import { useEffect } from "react";

/** After an error status a browser does not reconnect a stream by itself. */
const AFTER_MS = 30_000;
const SPREAD_MS = 10_000;

/** Reopens a failed stream after a while, at different times for different pages; meanwhile the page polls. */
export function useReopening({
  status,
  reset,
}: {
  readonly status: string;
  readonly reset: () => void;
}): void {
  useEffect(() => {
    if (status !== "error") return;
    const timer = setTimeout(reset, AFTER_MS + Math.random() * SPREAD_MS);
    return () => clearTimeout(timer);
  }, [status, reset]);
}
