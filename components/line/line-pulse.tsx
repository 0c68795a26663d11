"use client";
import { useTranslations } from "next-intl";
import { useNow } from "../clock/use-now.ts";
import { useFormat } from "../i18n/format.ts";

/** How the page hears of the line. */
export type Connection = "live" | "polling" | "offline";

interface LinePulseProps {
  connection: Connection;
  updatedAtMs: number;
}

const dotStyles: Record<Connection, string> = {
  live: "bg-success-fg",
  polling: "bg-info-fg",
  offline: "bg-danger-fg",
};

/** Says whether the figures are fresh, so that a standing number is not taken for a broken page. */
export function LinePulse({ connection, updatedAtMs }: LinePulseProps) {
  const t = useTranslations("line");
  const format = useFormat();
  const now = useNow();
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
      <span aria-hidden="true" className={`size-2 rounded-full ${dotStyles[connection]}`} />
      <span role={connection === "offline" ? "alert" : undefined}>{t(`connection.${connection}`)}</span>
      {now !== null && (
        <span className="numerals">
          · {t("updated", { ago: format.relative(new Date(Math.min(updatedAtMs, now)), now) })}
        </span>
      )}
    </p>
  );
}
