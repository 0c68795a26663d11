"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { serverNow, serverTimeVersion, subscribeToServerTime } from "./offset.ts";

/**
 * Whole seconds until a deadline the server set, by the server's clock; never below 0. Null until the page runs in
 * the browser, since the server cannot know when the page is looked at.
 * @param onOver - called once none are left
 */
export function useSecondsLeft(deadline: string, onOver: () => unknown): number | null {
  const deadlineMs = Date.parse(deadline);
  const version = useSyncExternalStore(subscribeToServerTime, serverTimeVersion, () => 0);
  const [seconds, setSeconds] = useState<number | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a better measured time must be shown at once.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const leftMs = deadlineMs - serverNow();
      setSeconds(Math.max(0, Math.ceil(leftMs / 1000)));
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
