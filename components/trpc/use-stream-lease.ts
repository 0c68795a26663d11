"use client";
import { useEffect, useState } from "react";
import { BEAT_MS, type Lease, mayTake } from "./stream-lease.ts";

const KEY = "seonchak.stream";

/**
 * Whether this tab may stream now: one tab of a browser does, and the others poll. It works over plain HTTP, where a
 * browser has neither Web Locks nor many connections.
 * @param wanted - whether the page has something to listen to
 * @param what - the bell streams only while its tab is visible and no page of the browser streams
 */
export function useStreamLease(wanted: boolean, what: "page" | "bell" = "page"): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!wanted) return setHeld(false);
    const tab = `${Date.now()}-${Math.random()}`;
    const look = () => setHeld(keep(tab, what === "page"));
    const leave = () => {
      release(tab);
      setHeld(false);
    };
    const timer = setInterval(look, BEAT_MS);
    window.addEventListener("storage", look);
    window.addEventListener("pageshow", look);
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", look);
    document.addEventListener("freeze", leave);
    document.addEventListener("resume", look);
    look();
    return () => {
      clearInterval(timer);
      window.removeEventListener("storage", look);
      window.removeEventListener("pageshow", look);
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", look);
      document.removeEventListener("freeze", leave);
      document.removeEventListener("resume", look);
      release(tab);
    };
  }, [wanted, what]);
  return held;
}

/** Takes or renews the lease. Where local storage is not available, no tab streams. */
function keep(tab: string, isForPage: boolean): boolean {
  const me = { tab, isHidden: document.hidden, isForPage };
  if (me.isHidden && !isForPage) {
    release(tab);
    return false;
  }
  try {
    if (!mayTake(read(), me, Date.now())) return false;
    localStorage.setItem(KEY, JSON.stringify({ ...me, atMs: Date.now() } satisfies Lease));
    return true;
  } catch {
    return false;
  }
}

function release(tab: string): void {
  try {
    if (read()?.tab === tab) localStorage.removeItem(KEY);
  } catch {
    // Without local storage there is no lease to release.
  }
}

const read = (): Lease | null => JSON.parse(localStorage.getItem(KEY) ?? "null");
