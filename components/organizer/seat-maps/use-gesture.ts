"use client";
import { type PointerEvent, type RefObject, useRef, useState } from "react";
import type { ViewMover } from "../../seat-map/move-view.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A drag on the picture: around seats, or of the seats that are chosen. */
export interface Drag {
  readonly kind: "around" | "move";
  /** In CSS pixels from the corner of the picture. */
  readonly from: Point;
  readonly to: Point;
}

/** A press may tremble by so many CSS pixels before it is a drag. */
const TREMBLE = 4;

interface GestureOptions {
  isActive: boolean;
  mover: RefObject<ViewMover | null>;
  /** Whether a drag from here, in drawing units, takes the chosen seats along. */
  isOnChosen: (point: Point) => boolean;
  /** Told at the end of a drag, with its ends in drawing units. */
  onDrag: (kind: Drag["kind"], from: Point, to: Point) => void;
}

/** Tells drags from presses. A second finger ends a drag, since two fingers move the view. */
export function useGesture({ isActive, mover, isOnChosen, onDrag }: GestureOptions) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const begun = useRef<Drag | null>(null);
  const pointers = useRef(new Set<number>());
  const wasDragged = useRef(false);
  const inHall = ({ x, y }: Point): Point => {
    const view = mover.current?.view() ?? { x: 0, y: 0, k: 1 };
    return { x: (x - view.x) / view.k, y: (y - view.y) / view.k };
  };
  const end = () => {
    begun.current = null;
    setDrag(null);
  };
  const down = (event: PointerEvent<HTMLElement>) => {
    pointers.current.add(event.pointerId);
    wasDragged.current = false;
    end();
    const isOnPicture = event.target instanceof HTMLCanvasElement;
    if (!isActive || !isOnPicture || event.button !== 0 || pointers.current.size > 1) return;
    const from = pointIn(event);
    begun.current = { kind: isOnChosen(inHall(from)) ? "move" : "around", from, to: from };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (!begun.current) return;
    const { kind, from } = begun.current;
    const to = pointIn(event);
    if (!wasDragged.current && Math.hypot(to.x - from.x, to.y - from.y) < TREMBLE) return;
    wasDragged.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    begun.current = { kind, from, to };
    setDrag(begun.current);
  };
  const up = (event: PointerEvent<HTMLElement>) => {
    pointers.current.delete(event.pointerId);
    const done = begun.current;
    end();
    if (done && wasDragged.current && event.type === "pointerup")
      onDrag(done.kind, inHall(done.from), inHall(done.to));
  };
  return {
    drag,
    handlers: { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: up },
    /** Whether the press that ends now was a drag. */
    wasDragged: () => wasDragged.current,
  };
}

function pointIn({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): Point {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
