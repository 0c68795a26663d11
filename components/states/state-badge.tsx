import { useTranslations } from "next-intl";
import type { Tone } from "#server/platform/database/machine.ts";
import type { StateKey } from "../i18n/catalogue.ts";
import { Badge } from "../ui/badge.tsx";

interface LabelledMachine<State extends string> {
  readonly states: readonly State[];
  tone(state: State): Tone;
  labelKey(state: State): string;
}

/** The only badge for a state: its colour is the machine's tone, its word stands in the catalogue. */
export function StateBadge<State extends string>({
  machine,
  state,
}: {
  machine: LabelledMachine<State>;
  state: NoInfer<State>;
}) {
  const t = useTranslations();
  // The catalogue's type already demands a name for every state of every machine (StateNames).
  return <Badge tone={machine.tone(state)}>{t(machine.labelKey(state) as StateKey)}</Badge>;
}
