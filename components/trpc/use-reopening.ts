"use client";
import { useEffect } from "react";

/** After a refusal or a proxy's error a browser does not try again by itself. */
const AFTER_MS = 30_000;
const SPREAD_MS = 10_000;

/** Opens a stream that failed again, after a while and not all pages at once; meanwhile the page asks now and then. */
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
