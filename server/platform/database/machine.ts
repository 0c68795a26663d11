/** How a state reads at a glance; the UI maps each tone to one colour pair. */
export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

/** Who may move an entity into a state. `system` is a job or a webhook. */
export type MachineRole = "buyer" | "seller" | "admin" | "system";

interface StateSpec<State extends string> {
  readonly tone: Tone;
  readonly to: readonly State[];
  readonly by?: readonly MachineRole[];
}

/**
 * Declares a state machine once, as data: database enum, guard, trigger, badge and diagram are derived from it.
 * Browser-safe: it imports nothing.
 * @param name - the entity, as history rows and message keys name it
 * @param spec - the initial state, and for each state its tone, its targets and who may enter it
 */
export function defineMachine<
  const N extends string,
  const D extends Record<string, StateSpec<keyof D & string>>,
>(name: N, spec: { readonly initial: keyof D & string; readonly states: D }) {
  type State = keyof D & string;
  const states = Object.keys(spec.states) as [State, ...State[]];
  const targets = (from: State): readonly State[] => spec.states[from]?.to ?? [];
  return {
    name,
    states,
    initial: spec.initial as State,
    /** The states that may move to `to`. */
    sources: (to: State): State[] => states.filter((from) => targets(from).includes(to)),
    targets,
    allows: (from: State, to: State): boolean => targets(from).includes(to),
    /** Who may move an entity there, where the machine says so. */
    entrants: (to: State): readonly MachineRole[] | undefined => spec.states[to]?.by,
    mayEnter: (to: State, role: MachineRole): boolean => spec.states[to]?.by?.includes(role) ?? true,
    isEnd: (state: State): boolean => targets(state).length === 0,
    tone: (state: State): Tone => spec.states[state]?.tone ?? "neutral",
    edges: states.flatMap((from) => targets(from).map((to) => [from, to] as const)),
  };
}

/** The part of a machine that any code working on "some machine" needs. */
export interface AnyMachine {
  readonly name: string;
  readonly states: readonly [string, ...string[]];
  readonly initial: string;
  readonly edges: readonly (readonly [string, string])[];
  // biome-ignore lint/suspicious/noExplicitAny: a machine accepts only its own states; `never` could not be called.
  sources(to: any): string[];
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  entrants(to: any): readonly MachineRole[] | undefined;
}

/** `StateOf<typeof holdMachine>` is the union of the machine's state names. */
export type StateOf<M extends { readonly states: readonly string[] }> = M["states"][number];
