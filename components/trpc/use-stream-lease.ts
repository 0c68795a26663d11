"use client";
import { useEffect, useState } from "react";
import { BEAT_MS, type Lease, mayTake } from "./stream-lease.ts";

const KEY = "seonchak.stream";

/**
 * Whether this tab may stream now: one of a browser's does, and the others ask now and then. It works over plain HTTP,
 * where a browser has neither Web Locks nor many connections.
 * @param wanted - whether the page has something to listen to
 */
export function useStreamLease(wanted: boolean): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!wanted) return setHeld(false);
    const tab = `${Date.now()}-${Math.random()}`;
    const look = () => setHeld(keep(tab));
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
  }, [wanted]);
  return held;
}

/** Takes or renews the lease. Where the browser keeps nothing for pages, none of them streams. */
function keep(tab: string): boolean {
  const me = { tab, isHidden: document.hidden };
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
    // Nothing is kept, so nothing is held.
  }
}

const read = (): Lease | null => JSON.parse(localStorage.getItem(KEY) ?? "null");
