"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useDrawn } from "../trpc/drawn.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { serverNow, serverTimeVersion, subscribeToServerTime } from "./offset.ts";

/** Whole seconds, never below 0. */
const secondsUntil = (deadlineMs: number, nowMs: number): number =>
  Math.max(0, Math.ceil((deadlineMs - nowMs) / 1000));

/**
 * Whole seconds until a deadline the server set, by the server's clock; never below 0. As the page begins they are those
 * that the server drew, or null where it did not say when.
 * @param onOver - called once none are left
 */
export function useSecondsLeft(deadline: string, onOver: () => unknown): number | null {
  const deadlineMs = Date.parse(deadline);
  const version = useSyncExternalStore(subscribeToServerTime, serverTimeVersion, () => 0);
  const awake = useHydrated();
  const drawn = useDrawn();
  const [seconds, setSeconds] = useState<number | null>(() => {
    const nowMs = awake ? serverNow() : drawn?.nowMs;
    return nowMs === undefined ? null : secondsUntil(deadlineMs, nowMs);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a better measured time must be shown at once.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const leftMs = deadlineMs - serverNow();
      setSeconds(secondsUntil(deadlineMs, serverNow()));
      // The timer fires just after the next whole second, so that the display never skips one.
      if (leftMs > 0) timer = setTimeout(tick, (leftMs % 1000) + 20);
    };
    tick();
    return () => clearTimeout(timer);
  }, [deadlineMs, version]);

  useEffect(() => {
    if (seconds === 0) onOver();
  }, [seconds, onOver]);

  return seconds;
}
