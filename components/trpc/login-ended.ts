"use client";
import { useSyncExternalStore } from "react";

/** Why the login that this page was opened with is over, in the server's word; null while it is not known to be. */
let reason: string | null = null;
const listeners = new Set<() => void>();

function set(next: string | null): void {
  reason = next;
  for (const tell of listeners) tell();
}

/** Called when the server refuses to renew the login. */
export const tellLoginEnded = (why: string): void => set(why);

/** Called when somebody has logged in. */
export const forgetLoginEnded = (): void => set(null);

export const useLoginEnded = (): string | null =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    () => reason,
    () => null,
  );
