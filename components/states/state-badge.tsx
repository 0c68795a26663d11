import { Badge } from "../ui/badge.tsx";
import type { Tone } from "../ui/tone.ts";
import { useStateName } from "./use-state-name.ts";

interface LabelledMachine<State extends string> {
  readonly name: string;
  readonly states: readonly State[];
  tone(state: State): Tone;
}

/** The badge for a machine's state: its colour is the machine's tone, its word comes from the messages. */
export function StateBadge<State extends string>({
  machine,
  state,
}: {
  machine: LabelledMachine<State>;
  state: NoInfer<State>;
}) {
  const nameState = useStateName();
  return <Badge tone={machine.tone(state)}>{nameState(machine, state)}</Badge>;
}
