import type { useTranslations } from "next-intl";
import type { WaitRange } from "#server/queue/contract.ts";

interface Words {
  t: ReturnType<typeof useTranslations<"queue">>;
  duration: (seconds: number) => string;
}

/** An estimated wait in words; the longer it is, the more coarsely it is rounded. */
export function waitText(wait: WaitRange | null, { t, duration }: Words): string {
  if (!wait) return t("etaUnknown");
  const [min, max] = [roundWait(wait.min), roundWait(wait.max)];
  if (min === 0 || min === max) return t("etaUnder", { max: duration(max) });
  return t("etaRange", { min: duration(min), max: duration(max) });
}

/** Rounds up, from two minutes on by at most a fifth. */
export function roundWait(seconds: number): number {
  const { step } = STEPS.find(({ below }) => seconds < below) ?? { step: 600 };
  return Math.ceil(seconds / step) * step;
}

const STEPS = [
  { below: 120, step: 10 },
  { below: 300, step: 20 },
  { below: 600, step: 30 },
  { below: 3600, step: 60 },
] as const;
