import type { useTranslations } from "next-intl";
import type { WaitRange } from "#server/line/contract.ts";

interface Words {
  t: ReturnType<typeof useTranslations<"line">>;
  duration: (seconds: number) => string;
}

/** A wait as people say it: rounded ever more coarsely the longer it is, since it is only an estimate. */
export function waitText(wait: WaitRange | null, { t, duration }: Words): string {
  if (!wait) return t("etaUnknown");
  const [min, max] = [roundWait(wait.min), roundWait(wait.max)];
  if (min === 0 || min === max) return t("etaUnder", { max: duration(max) });
  return t("etaRange", { min: duration(min), max: duration(max) });
}

/** To 10 s below two minutes, to the minute below an hour, to 10 minutes from there on; upward, never to less. */
export function roundWait(seconds: number): number {
  const step = seconds < 120 ? 10 : seconds < 3600 ? 60 : 600;
  return Math.ceil(seconds / step) * step;
}
