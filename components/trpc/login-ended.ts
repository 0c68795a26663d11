"use client";
import { useSyncExternalStore } from "react";

/** The server's reason for which the page's login has ended; null while it has not, as far as the page knows. */
let reason: string | null = null;
const listeners = new Set<() => void>();

function set(next: string | null): void {
  reason = next;
  for (const tell of listeners) tell();
}

/** Called when the server refuses to renew the login. */
export const tellLoginEnded = (why: string): void => set(why);

/** Called after a login. */
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
