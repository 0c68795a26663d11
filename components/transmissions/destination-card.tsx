import { useTranslations } from "next-intl";
import type { Tone } from "#server/platform/machine.ts";
import { COUNTED_MAX, type DestinationSummary } from "#server/transmissions/contract.ts";
import { useFormat } from "../i18n/format.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";

const CIRCUIT_TONES: Record<DestinationSummary["circuit"]["state"], Tone> = {
  CLOSED: "success",
  OPEN: "danger",
  HALF_OPEN: "warning",
};
const COUNTS = [
  ["pending", "PENDING"],
  ["failed", "FAILED"],
  ["dead", "DEAD"],
] as const;

interface DestinationCardProps {
  summary: DestinationSummary;
  resuming: boolean;
  onResume: () => void;
  onPick: (status: (typeof COUNTS)[number][1]) => void;
}

export function DestinationCard({ summary, resuming, onResume, onPick }: DestinationCardProps) {
  const t = useTranslations("transmission");
  const format = useFormat();
  const { destination, oldestSeconds, sentLastMinute, circuit } = summary;
  const many = (count: number) =>
    count >= COUNTED_MAX ? t("orMore", { count: format.number(count) }) : format.number(count);
  return (
    <li className="grid content-start gap-4 rounded-lg border border-line bg-surface p-5 shadow-sheet">
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-bold text-lg">{t(`destination.${destination}`)}</h2>
        <Badge tone={CIRCUIT_TONES[circuit.state]}>{t(`circuit.${circuit.state}`)}</Badge>
      </div>
      <div className="grid grid-cols-3 gap-1">
        {COUNTS.map(([name, status]) => (
          <button
            key={name}
            type="button"
            onClick={() => onPick(status)}
            className="grid min-h-touch cursor-pointer content-center rounded-sm px-1 py-1 text-left hover:bg-sunken"
          >
            <span
              className={`numerals font-extrabold text-xl ${name === "dead" && summary[name] > 0 ? "text-danger-fg" : ""}`}
            >
              {many(summary[name])}
            </span>
            <span className="text-muted text-sm">{t(`counts.${name}`)}</span>
          </button>
        ))}
      </div>
      <p className="numerals text-muted text-sm">
        {oldestSeconds === null ? t("nothingWaits") : `${t("oldest")} ${format.duration(oldestSeconds)}`}
        {` · ${t("lastMinute", { count: format.number(sentLastMinute) })}`}
      </p>
      {circuit.state !== "CLOSED" && (
        <div className="grid gap-2">
          <p className="text-danger-fg text-sm">{t("pausedBecause", { reason: circuit.reason ?? "" })}</p>
          <Button look="secondary" pending={resuming} onClick={onResume}>
            {t("resume")}
          </Button>
        </div>
      )}
    </li>
  );
}
