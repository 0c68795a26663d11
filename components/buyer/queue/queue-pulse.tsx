"use client";
import { useTranslations } from "next-intl";
import { useNow } from "../../clock/use-now.ts";
import { useFormat } from "../../i18n/format.ts";

/** How the page receives updates of the queue. */
export type Connection = "live" | "polling" | "offline";

interface QueuePulseProps {
  connection: Connection;
  /** The queue is not moving, so that no news arrives although the page is connected. */
  stopped: boolean;
  updatedAtMs: number;
}

/** The server repeats the figures every 15 s; after this long without any, the stream is treated as broken. */
const SILENT_MS = 40_000;

type Pulse = Connection | "stopped" | "silent";

const dotStyles: Record<Pulse, string> = {
  live: "bg-success-fg",
  stopped: "bg-warning-fg",
  silent: "bg-danger-fg",
  polling: "bg-info-fg",
  offline: "bg-danger-fg",
};

/** Says whether the figures are fresh, so that an unchanging number is not mistaken for a broken page. */
export function QueuePulse({ connection, stopped, updatedAtMs }: QueuePulseProps) {
  const t = useTranslations("queue");
  const format = useFormat();
  const now = useNow();
  const silent = now !== null && now - updatedAtMs > SILENT_MS;
  const pulse: Pulse = connection !== "live" ? connection : silent ? "silent" : stopped ? "stopped" : "live";
  const lost = pulse === "offline" || pulse === "silent";
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
      <span aria-hidden="true" className={`size-2 rounded-full ${dotStyles[pulse]}`} />
      <span role={lost ? "alert" : undefined}>{t(`connection.${pulse}`)}</span>
      {now !== null && (
        <span className="numerals">
          · {t("updated", { ago: format.relative(new Date(Math.min(updatedAtMs, now)), now) })}
        </span>
      )}
    </p>
  );
}
