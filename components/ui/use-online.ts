"use client";
import { useSyncExternalStore } from "react";

/** Whether the browser has a connection at all, as far as it knows. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, isOnline, isOnlineOnServer);

const isOnline = () => navigator.onLine;
const isOnlineOnServer = () => true;

function subscribe(listener: () => void): () => void {
  const events = ["online", "offline"];
  for (const event of events) addEventListener(event, listener);
  return () => {
    for (const event of events) removeEventListener(event, listener);
  };
}
