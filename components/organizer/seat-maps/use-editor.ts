"use client";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { SeatMapId, SeatMapPlan } from "#server/seat-maps/contract.ts";
import { type PlanFault, planFaults } from "#server/seat-maps/plan.policy.ts";
import { type Draft, type Keys, openDraft, planOf } from "./editing/draft.ts";
import { begin, edited, type History, redone, undone } from "./editing/history.ts";
import { kept } from "./editing/selection.ts";
import type { About } from "./rename-seat-map.tsx";
import { forgetEdits, keepEdits, keptEdits } from "./unsaved.ts";

interface Editing {
  readonly history: History;
  /** What the server has. */
  readonly saved: Draft;
  readonly selection: Keys;
  readonly about: About;
}

const NONE: Keys = new Set();

interface SeatMap extends About {
  readonly id: SeatMapId;
  readonly plan: SeatMapPlan;
}

const aboutOf = ({ name, venue, version }: SeatMap): About => ({ name, venue, version });

const opened = (seatMap: SeatMap): Editing => {
  const saved = openDraft(seatMap.plan);
  return { history: begin(saved), saved, selection: NONE, about: aboutOf(seatMap) };
};

const isDirty = ({ history, saved }: Editing): boolean => history.present !== saved;

/** What an edit comes to: the map after it, and the seats that are chosen then where they are others. */
export interface Edited {
  readonly draft: Draft;
  readonly selection?: Keys;
}

/** The editing of one map: its draft, what of it is chosen, and what can be done to it. */
export function useEditor(seatMap: SeatMap) {
  const [first] = useState(() => opened(seatMap));
  const [resumed] = useState(() => keptEdits(seatMap.id));
  const [editing, setEditing] = useState(() =>
    // Where someone else has saved the map since, the edits still say which version they are of, and saving tells of it.
    resumed ? { ...first, history: begin(resumed.draft), about: resumed.about } : first,
  );
  const { history, saved, selection, about } = editing;
  const draft = history.present;
  const latest = useLeaving(seatMap.id, editing);
  const go = (step: (history: History) => History) =>
    setEditing((now) => {
      const next = step(now.history);
      return { ...now, history: next, selection: kept(next.present, now.selection) };
    });
  return {
    ...{ draft, selection, about, isDirty: isDirty(editing) },
    wasResumed: resumed !== undefined && saved === first.saved,
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
    discard: () => {
      const discarded = (now: Editing): Editing => ({
        ...{ ...now, history: begin(now.saved), selection: NONE },
        about: seatMap.version > now.about.version ? aboutOf(seatMap) : now.about,
      });
      setEditing(discarded);
      // The page may be left at once, before the edits are drawn away.
      latest.current = discarded(latest.current);
    },
  };
}

export type Editor = ReturnType<typeof useEditor>;

/** What is wrong with a draft. It is looked for after the draft is shown: it takes longer than a frame. */
function useFaults(draft: Draft): readonly PlanFault[] {
  const settled = useDeferredValue(draft);
  return useMemo(() => planFaults(planOf(settled)), [settled]);
}

/**
 * Has the browser ask before a page with unsaved edits is left, and keeps them for when it is opened again in this tab.
 * @returns what is edited, as it is when the page is left
 */
function useLeaving(seatMapId: SeatMapId, editing: Editing) {
  const latest = useRef(editing);
  useEffect(() => {
    latest.current = editing;
  }, [editing]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => isDirty(latest.current) && event.preventDefault();
    const keep = () => {
      const { history, about } = latest.current;
      if (isDirty(latest.current)) keepEdits(seatMapId, { draft: history.present, about });
      else forgetEdits(seatMapId);
    };
    addEventListener("beforeunload", warn);
    addEventListener("pagehide", keep);
    return () => {
      removeEventListener("beforeunload", warn);
      removeEventListener("pagehide", keep);
    };
  }, [seatMapId]);
  return latest;
}
