"use client";
import { useEffect, useState } from "react";
import { serverNow } from "./offset.ts";

/** The server's time, renewed every so often; null before the page runs in the browser. */
export function useNow(everyMs = 1000): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
