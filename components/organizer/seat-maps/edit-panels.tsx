"use client";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { Tabs } from "../../ui/tabs.tsx";
import { BlockPanel } from "./block-panel.tsx";
import { EditCanvas } from "./edit-canvas.tsx";
import { moveSeats, removeSeats, turnSeats } from "./editing/edits.ts";
import { allSeats } from "./editing/selection.ts";
import { ListPanel } from "./list-panel.tsx";
import { SectionPanel } from "./section-panel.tsx";
import { SelectionPanel } from "./selection-panel.tsx";
import type { Editor } from "./use-editor.ts";

/** The picture of a map, and beside it panels with everything that can be done to it. */
export function EditPanels({ editor }: { editor: Editor }) {
  const t = useTranslations("seatMaps.panels");
  const [tab, setTab] = useState<"sections" | "block" | "selection" | "rows">("sections");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of what is in it.
    <div
      onKeyDown={(event) => pressed(event, editor)}
      className="grid min-w-0 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_23rem]"
    >
      <div className="grid min-w-0 gap-2 lg:sticky lg:top-4">
        <EditCanvas editor={editor} onChosen={() => setTab("selection")} />
        <MoveKeys editor={editor} />
      </div>
      <Tabs
        label={t("label")}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: "sections", label: t("sections"), content: <SectionPanel editor={editor} /> },
          {
            value: "block",
            isKept: true,
            label: t("block"),
            content: <BlockPanel editor={editor} onAdded={() => setTab("selection")} />,
          },
          { value: "selection", label: t("selection"), content: <SelectionPanel editor={editor} /> },
          { value: "rows", label: t("rows"), content: <ListPanel editor={editor} /> },
        ]}
      />
    </div>
  );
}

const ARROWS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** Degrees that a press turns seats by. */
const TURNS: Readonly<Record<string, number>> = { "[": -5, "]": 5 };
/** Seat widths that an arrow key moves seats by; with shift fine ones. */
const STEP = 1;
const FINE_STEP = 0.25;

/** The place that takes the keys which move, turn and remove the chosen seats, and says which they are. */
function MoveKeys({ editor }: { editor: Editor }) {
  const t = useTranslations("seatMaps.keys");
  const press = (event: KeyboardEvent) => {
    const { key, shiftKey } = event;
    const [arrow, degrees] = [ARROWS[key], TURNS[key]];
    const isOwn = arrow !== undefined || degrees !== undefined || key === "Delete" || key === "Backspace";
    if (key === "Escape") editor.select(new Set<number>());
    if (!isOwn || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const { selection } = editor;
    if (selection.size === 0) return;
    const step = shiftKey ? FINE_STEP : STEP;
    editor.edit(
      (draft, chosen) => {
        const by = step * draft.seatWidth;
        if (arrow) return { draft: moveSeats(draft, chosen, { x: arrow.x * by, y: arrow.y * by }) };
        return { draft: degrees ? turnSeats(draft, chosen, degrees) : removeSeats(draft, chosen) };
      },
      // Presses that follow one another are undone together.
      arrow && selection,
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes no focus.
    <div
      role="group"
      aria-label={t("label")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the focus for its keys, which its text names.
      tabIndex={0}
      onKeyDown={press}
      className="rounded-md border border-line bg-sunken px-3 py-2 text-muted text-sm max-lg:hidden"
    >
      <p className="numerals font-semibold text-ink">{t("chosen", { count: editor.selection.size })}</p>
      <p>{t("hint")}</p>
    </div>
  );
}

/** Undo, redo and all: everywhere in the editor but in fields, which have their own. */
function pressed(event: KeyboardEvent, editor: Editor): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  if (event.target instanceof Element && event.target.closest("input, select, textarea")) return;
  const key = event.key.toLowerCase();
  if (key === "z") (event.shiftKey ? editor.redo : editor.undo)();
  else if (key === "y") editor.redo();
  else if (key === "a") editor.select(allSeats);
  else return;
  event.preventDefault();
}
