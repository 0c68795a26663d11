import { useTranslations } from "next-intl";

interface NamedMachine<State extends string> {
  readonly name: string;
  readonly states: readonly State[];
}

/** Gives the word for a machine's state in the reader's language. */
export function useStateName(): <State extends string>(
  machine: NamedMachine<State>,
  state: NoInfer<State>,
) => string {
  const t = useTranslations("state");
  // The type StateNames already demands a name for every state of every machine.
  return (machine, state) => t(`${machine.name}.${state}` as "hold.ACTIVE");
}

/** A machine's states as the options of a choice, each with its word in the reader's language. */
export function useStateOptions() {
  const nameState = useStateName();
  return <State extends string>(machine: NamedMachine<State>) =>
    machine.states.map((value) => ({ value, label: nameState(machine, value) }));
}
