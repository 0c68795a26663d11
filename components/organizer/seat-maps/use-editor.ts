"use client";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { SeatMapId, SeatMapPlan } from "#server/seat-maps/contract.ts";
import { type PlanFault, planFaults } from "#server/seat-maps/plan.policy.ts";
import { type Draft, type Keys, openDraft, planOf } from "./editing/draft.ts";
import { begin, edited, type History, redone, undone } from "./editing/history.ts";
import { kept } from "./editing/selection.ts";
import type { About } from "./rename-seat-map.tsx";

interface Editing {
  readonly history: History;
  /** What the server has. */
  readonly saved: Draft;
  readonly selection: Keys;
  readonly about: About;
}

/** Unsaved edits of maps whose page was left for another one of the app. */
const unsaved = new Map<SeatMapId, Editing>();

const NONE: Keys = new Set();

interface SeatMap extends About {
  readonly id: SeatMapId;
  readonly plan: SeatMapPlan;
}

const opened = ({ plan, name, venue, version }: SeatMap): Editing => {
  const saved = openDraft(plan);
  return { history: begin(saved), saved, selection: NONE, about: { name, venue, version } };
};

/** What an edit comes to: the map after it, and the seats that are chosen then where they are others. */
export interface Edited {
  readonly draft: Draft;
  readonly selection?: Keys;
}

/** The editing of one map: its draft, what of it is chosen, and what can be done to it. */
export function useEditor(seatMap: SeatMap) {
  const [resumed] = useState(() => unsaved.get(seatMap.id));
  const [editing, setEditing] = useState(() => resumed ?? opened(seatMap));
  const { history, saved, selection, about } = editing;
  const draft = history.present;
  const isDirty = draft !== saved;
  useEffect(() => {
    if (isDirty) unsaved.set(seatMap.id, editing);
    else unsaved.delete(seatMap.id);
  }, [seatMap.id, editing, isDirty]);
  useWarning(isDirty);
  const go = (step: (history: History) => History) =>
    setEditing((now) => {
      const next = step(now.history);
      return { ...now, history: next, selection: kept(next.present, now.selection) };
    });
  return {
    ...{ draft, selection, about, isDirty, wasResumed: resumed?.saved === saved },
    faults: useFaults(draft),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => go(undone),
    redo: () => go(redone),
    /** @param gesture - names edits that are undone together, see `edited` */
    edit: (act: (draft: Draft, selection: Keys) => Edited, gesture?: unknown) =>
      setEditing((now) => {
        const next = act(now.history.present, now.selection);
        const after = edited(now.history, next.draft, gesture);
        return { ...now, history: after, selection: next.selection ?? kept(next.draft, now.selection) };
      }),
    select: (next: Keys | ((draft: Draft, selection: Keys) => Keys)) =>
      setEditing((now) => ({
        ...now,
        selection: typeof next === "function" ? next(now.history.present, now.selection) : next,
      })),
    /** Tells that the server has this draft, or other words about the map. */
    markSaved: (after: Partial<Pick<Editing, "saved" | "about">>) =>
      setEditing((now) => ({ ...now, ...after })),
    /** Goes back to what the server has, without a way to do the edits again. */
    discard: () => setEditing((now) => ({ ...now, history: begin(now.saved), selection: NONE })),
  };
}

/** Lets go of the unsaved edits of a map, before it is opened as someone else has saved it. */
export const forgetEdits = (seatMapId: SeatMapId): void => {
  unsaved.delete(seatMapId);
};

export type Editor = ReturnType<typeof useEditor>;

/** What is wrong with a draft. It is looked for after the draft is shown: it takes longer than a frame. */
function useFaults(draft: Draft): readonly PlanFault[] {
  const settled = useDeferredValue(draft);
  return useMemo(() => planFaults(planOf(settled)), [settled]);
}

/** Has the browser ask before the page is closed or loaded again. */
function useWarning(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isDirty]);
}
