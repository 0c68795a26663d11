"use client";
import { useEffect, useState } from "react";

/** Safari has no idle callbacks: what is put off begins there so many milliseconds after the page has hydrated. */
const SOON_MS = 1000;

/** Whether the page has been shown and the browser had nothing else to do since: the time to load what opens later. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  return idle;
}

/** Loads a part of the page ahead of the press that opens it. */
export function usePreload(load: () => Promise<unknown>): void {
  // Where it cannot be loaded, the press tries again and the page says so.
  useEffect(() => whenIdle(() => void load().catch(() => undefined)), [load]);
}

function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(act, SOON_MS);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(act);
  return () => cancelIdleCallback(asked);
}
