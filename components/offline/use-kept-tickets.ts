"use client";
import { useEffect, useSyncExternalStore } from "react";
import { assumeServerAhead } from "../clock/offset.ts";
import { type KeptTickets, keptTickets, watchKeptTickets } from "./kept-tickets.ts";

/** What this browser keeps of the person's tickets; null for nothing, and before the page runs in the browser. */
export function useKeptTickets(): KeptTickets | null {
  const kept = useSyncExternalStore(watch, keptTickets, nothing);
  useEffect(() => {
    if (kept) assumeServerAhead(kept.serverAheadMs);
  }, [kept]);
  return kept;
}

/** A login that ended in another tab has ended in this one: its page begins again for the person who is logged in now, or for none. */
const watch = (listener: () => void) => watchKeptTickets(listener, () => location.reload());
const nothing = () => null;
