"use client";
import { useEffect, useState } from "react";
import { useDrawn } from "../trpc/drawn.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { serverNow } from "./offset.ts";

/** The server's time, renewed every so often: first when it drew the page, or null where it did not say when. */
export function useNow(everyMs = 1000): number | null {
  const awake = useHydrated();
  const drawn = useDrawn();
  const [now, setNow] = useState<number | null>(() => (awake ? serverNow() : (drawn?.nowMs ?? null)));
  useEffect(() => {
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
