import { useEffect, useState, useSyncExternalStore } from "react";
import type { Ticket } from "#server/tickets/contract.ts";
import { movesInMs, movingCode } from "#server/tickets/values.ts";
import { serverNowAfterSleep, serverTimeVersion, subscribeToServerTime } from "../../clock/offset.ts";

/** The code of a ticket at this moment, which changes each half minute; null before there is one. */
export function useMovingCode({ qr, movingSecret }: Pick<Ticket, "qr" | "movingSecret">): string | null {
  const version = useSyncExternalStore(subscribeToServerTime, serverTimeVersion, () => 0);
  const [code, setCode] = useState<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a better measured time may be of another half minute.
  useEffect(() => {
    if (!movingSecret) return;
    // A browser signs nothing on a page that came without TLS: it shows the code that stays.
    if (!globalThis.crypto?.subtle) return setCode(qr);
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const draw = async () => {
      clearTimeout(timer);
      const now = serverNowAfterSleep();
      // It fires just after the change, so that no code is drawn twice.
      timer = setTimeout(() => void draw(), movesInMs(now) + 20);
      const drawn = await movingCode(qr, movingSecret, now);
      if (!isOver) setCode(drawn);
    };
    // The timers of a phone that slept are late.
    const wake = () => void draw();
    document.addEventListener("visibilitychange", wake);
    wake();
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", wake);
    };
  }, [qr, movingSecret, version]);

  return code;
}
