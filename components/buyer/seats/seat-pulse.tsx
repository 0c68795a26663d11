"use client";
import { useTranslations } from "next-intl";
import { useNow } from "../../clock/use-now.ts";
import { useFormat } from "../../i18n/format.ts";
import { useOnline } from "../../ui/use-online.ts";
import type { SeatNews } from "./use-seat-states.ts";

const DOTS = { live: "bg-success-fg", polling: "bg-info-fg", offline: "bg-danger-fg" } as const;

/** Says how fresh the seats are, and without a connection how old. */
export function SeatPulse({ news }: { news: SeatNews }) {
  const t = useTranslations("seats.live");
  const format = useFormat();
  const now = useNow();
  const isOnline = useOnline();
  const connection = isOnline ? news.connection : "offline";
  // Both are this device's clock, which may differ from the server's.
  const ago = now === null ? "" : format.relative(new Date(news.atMs), Math.max(news.atMs, Date.now()));
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
      <span aria-hidden className={`size-2 shrink-0 rounded-full ${DOTS[connection]}`} />
      <span role={connection === "offline" ? "alert" : undefined}>{t(connection)}</span>
      {connection === "offline" && <span className="numerals">· {t("age", { ago })}</span>}
    </p>
  );
}
