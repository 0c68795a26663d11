import type { Draft } from "./draft.ts";

/** How many edits can be undone. */
export const EDITS_KEPT = 200;

/** The drafts before and after the one that is shown. They share what edits did not change. */
export interface History {
  readonly past: readonly Draft[];
  readonly present: Draft;
  readonly future: readonly Draft[];
  /** What the last edit was part of: the next part of the same is undone together with it. */
  readonly gesture: unknown;
}

export const begin = (present: Draft): History => ({ past: [], present, future: [], gesture: undefined });

/**
 * The history with one more edit; what was undone before it cannot be done again.
 * @param gesture - names edits that follow one another as parts of one, as presses of an arrow key do
 */
export function edited(history: History, draft: Draft, gesture?: unknown): History {
  if (draft === history.present) return history;
  const isPart = gesture !== undefined && gesture === history.gesture;
  const past = isPart ? history.past : [...history.past, history.present].slice(-EDITS_KEPT);
  return { past, present: draft, future: [], gesture };
}

export function undone(history: History): History {
  const present = history.past.at(-1);
  if (!present) return history;
  const future = [history.present, ...history.future];
  return { past: history.past.slice(0, -1), present, future, gesture: undefined };
}

export function redone(history: History): History {
  const [present, ...future] = history.future;
  if (!present) return history;
  return { past: [...history.past, history.present], present, future, gesture: undefined };
}
