"use client";
import { Hand, type LucideIcon, SquareDashedMousePointer } from "lucide-react";
import { useTranslations } from "next-intl";
import { type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { DRAWING_UNITS } from "#server/seat-maps/values.ts";
import { MapControls } from "../../seat-map/map-controls.tsx";
import type { ViewMover } from "../../seat-map/move-view.ts";
import { SeatCanvas } from "../../seat-map/seat-canvas.tsx";
import { nearestSeat } from "../../seat-map/seat-index.ts";
import type { View } from "../../seat-map/view.ts";
import { Button } from "../../ui/button.tsx";
import { boxOfChosen, type DraftPicture, looksOf, pictureOf } from "./draft-scene.ts";
import type { Keys } from "./editing/draft.ts";
import { moveSeats } from "./editing/edits.ts";
import { joined, seatsBetween, seatsWithin, toggled, wholeRows } from "./editing/selection.ts";
import type { Editor } from "./use-editor.ts";
import { type Drag, useGesture } from "./use-gesture.ts";

const TOOLS = { choose: SquareDashedMousePointer, move: Hand } as const satisfies Record<string, LucideIcon>;
type Tool = keyof typeof TOOLS;

/** Dragged seats stop at quarters of a seat width, so that rows meet. */
const STEPS = 4;

interface EditCanvasProps {
  editor: Editor;
  /** Told when seats were chosen on the picture. */
  onChosen: () => void;
}

/** The picture of a map, on which seats are chosen and moved. What it does the panels beside it do too. */
export function EditCanvas({ editor, onChosen }: EditCanvasProps) {
  const t = useTranslations("seatMaps.canvas");
  const [tool, setTool] = useState<Tool>("choose");
  const mover = useRef<ViewMover>(null);
  const { scene, picture } = useScene(editor);
  const { press, modifiers } = usePress(editor, picture, onChosen);
  useShown(picture, mover);
  const { drag, handlers, wasDragged } = useDrag({ editor, picture, mover, tool, modifiers, onChosen });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it tells drags from presses; the panels do the same by keyboard.
    <div
      {...handlers}
      onPointerDown={(event) => {
        modifiers.current = event;
        handlers.onPointerDown(event);
      }}
      onClickCapture={(event) => wasDragged() && event.stopPropagation()}
      onDoubleClick={({ target }) =>
        tool === "choose" && target instanceof HTMLCanvasElement && editor.select(wholeRows)
      }
      className="relative h-[55dvh] min-h-80 overflow-hidden rounded-lg border border-line bg-surface lg:h-[70dvh]"
    >
      <SeatCanvas
        scene={scene}
        label={t("picture", { count: picture.keys.length })}
        onPress={press}
        mayMove={(event) => tool === "move" || event.type === "wheel" || isTwoFingers(event)}
        mover={mover}
      />
      {picture.keys.length === 0 && (
        <p className="pointer-events-none absolute inset-x-4 bottom-20 text-center text-muted">
          {t("empty")}
        </p>
      )}
      <Tools tool={tool} onChange={setTool} />
      <MapControls mover={mover} />
      {drag?.kind === "around" && <Around drag={drag} />}
      {drag?.kind === "move" && mover.current && (
        <Moved drag={drag} picture={picture} chosen={editor.selection} view={mover.current.view()} />
      )}
    </div>
  );
}

const isTwoFingers = (event: Event): boolean =>
  "touches" in event && (event as TouchEvent).touches.length > 1;

function useScene({ draft, selection }: Editor) {
  const t = useTranslations("seatMap");
  const tCanvas = useTranslations("seatMaps.canvas");
  const stage = t("stage");
  const picture = useMemo(() => pictureOf(draft), [draft]);
  const notes = useMemo(
    () => picture.hall.sections.map(({ seats }) => tCanvas("seats", { count: seats })),
    [picture, tCanvas],
  );
  const scene = useMemo(() => {
    const { hall, index, zones } = picture;
    return { ...{ hall, index, zones, notes, stage }, looks: looksOf(picture, selection) };
  }, [picture, notes, stage, selection]);
  return { scene, picture };
}

/** Shows the whole map again where it has more seats: new ones may be beside what is seen. */
function useShown({ keys: { length } }: DraftPicture, mover: { readonly current: ViewMover | null }) {
  const before = useRef(length);
  useEffect(() => {
    if (length > before.current) mover.current?.showAll();
    before.current = length;
  }, [length, mover]);
}

type Modifiers = Pick<PointerEvent, "shiftKey" | "ctrlKey" | "metaKey" | "pointerType">;

/** What a press on a seat does: it alone is chosen, one more by finger or with ⌘, and the stretch to it with shift. */
function usePress(editor: Editor, { keys }: DraftPicture, onChosen: () => void) {
  const modifiers = useRef<Modifiers>(null);
  const anchor = useRef<number | undefined>(undefined);
  const press = (seat: number) => {
    const key = keys[seat];
    if (key === undefined) return;
    const { shiftKey = false, ctrlKey = false, metaKey = false, pointerType = "" } = modifiers.current ?? {};
    const from = anchor.current;
    if (!shiftKey) anchor.current = key;
    editor.select((draft, chosen) => {
      if (shiftKey && from !== undefined) return joined(chosen, seatsBetween(draft, from, key));
      return ctrlKey || metaKey || pointerType === "touch" ? toggled(chosen, key) : new Set([key]);
    });
    onChosen();
  };
  return { press, modifiers };
}

interface DragOptions extends EditCanvasProps {
  picture: DraftPicture;
  mover: { readonly current: ViewMover | null };
  tool: Tool;
  modifiers: { readonly current: Modifiers | null };
}

/** A drag chooses the seats around which it goes, or moves those that are chosen. */
function useDrag({ editor, picture, mover, tool, modifiers, onChosen }: DragOptions) {
  return useGesture({
    isActive: tool === "choose",
    mover,
    isOnChosen: (point) => {
      const seat = nearestSeat(picture.hall, picture.index, point, DRAWING_UNITS / 2);
      return seat !== undefined && editor.selection.has(picture.keys[seat] ?? -1);
    },
    onDrag: (kind, from, to) => {
      const { seatWidth } = editor.draft;
      const inMap = (units: number) => (units / DRAWING_UNITS) * seatWidth;
      if (kind === "move") {
        const by = { x: inMap(stepped(to.x - from.x)), y: inMap(stepped(to.y - from.y)) };
        editor.edit((draft, chosen) => ({ draft: moveSeats(draft, chosen, by) }));
        return;
      }
      const isMore = modifiers.current?.shiftKey ?? false;
      editor.select((draft, chosen) => {
        const [start, end] = [from, to].map(({ x, y }) => ({ x: inMap(x), y: inMap(y) }));
        const within = start && end ? seatsWithin(draft, start, end) : chosen;
        return isMore ? joined(chosen, within) : within;
      });
      onChosen();
    },
  });
}

function Tools({ tool, onChange }: { tool: Tool; onChange: (tool: Tool) => void }) {
  const t = useTranslations("seatMaps.canvas.tools");
  return (
    <fieldset className="absolute top-2 left-2 flex gap-1">
      <legend className="sr-only">{t("title")}</legend>
      {(["choose", "move"] as const).map((each) => {
        const Icon = TOOLS[each];
        return (
          <Button
            key={each}
            look={tool === each ? "primary" : "secondary"}
            size="icon"
            aria-label={t(each)}
            aria-pressed={tool === each}
            onClick={() => onChange(each)}
          >
            <Icon aria-hidden="true" />
          </Button>
        );
      })}
    </fieldset>
  );
}

/** A way in drawing units, in whole steps. */
const stepped = (units: number): number =>
  Math.round((units / DRAWING_UNITS) * STEPS) * (DRAWING_UNITS / STEPS);

/** The rectangle of a drag around seats. */
function Around({ drag: { from, to } }: { drag: Drag }) {
  const [left, top] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  const [width, height] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  return <Frame left={left} top={top} width={width} height={height} />;
}

interface MovedProps {
  drag: Drag;
  picture: DraftPicture;
  chosen: Keys;
  view: View;
}

/** Where the chosen seats come to be: the rectangle that they cover, at the end of the drag. */
function Moved({ drag: { from, to }, picture, chosen, view }: MovedProps) {
  const box = useMemo(() => boxOfChosen(picture, chosen), [picture, chosen]);
  const right = stepped((to.x - from.x) / view.k);
  const down = stepped((to.y - from.y) / view.k);
  return (
    <Frame
      left={view.x + view.k * (box.left + right)}
      top={view.y + view.k * (box.top + down)}
      width={view.k * (box.right - box.left)}
      height={view.k * (box.bottom - box.top)}
    />
  );
}

/** In CSS pixels from the corner of the picture. */
function Frame(style: Readonly<Record<"left" | "top" | "width" | "height", number>>) {
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute border-2 border-primary border-dashed bg-primary/10"
      style={style}
    />
  );
}
