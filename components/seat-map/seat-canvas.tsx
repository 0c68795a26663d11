"use client";
import { type PointerEvent, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { classNames } from "../ui/class-names.ts";
import { drawnBoxOf } from "./hall.ts";
import { moveViewOf, type ViewMover } from "./move-view.ts";
import { createPainter, type Painter } from "./painter.ts";
import type { Scene } from "./scene.ts";
import { pressOf, viewAfter } from "./view.ts";

interface SeatCanvasProps {
  /** A new object is a new picture. */
  scene: Scene;
  /** What the picture shows, for people who do not see it. */
  label: string;
  onPress: (seat: number) => void;
  /** Over which seat a mouse points. */
  onPoint?: (seat: number | undefined) => void;
  /** Which events of a mouse or finger move the view; all unless said. */
  mayMove?: (event: Event) => boolean;
  /** Gets what moves the view. */
  mover: RefObject<ViewMover | null>;
  className?: string;
}

/**
 * A hall that can be looked at from near and far, drawn on a canvas: 20,000 elements would be too many to move at once. It
 * takes no focus, so who uses a keyboard needs a list of the same seats beside it.
 */
export function SeatCanvas({ scene, label, onPress, onPoint, mayMove, mover, className }: SeatCanvasProps) {
  const canvas = useCanvas(scene, mover, mayMove);
  const pressedBy = useRef<"finger" | "mouse">("mouse");
  const { hall } = scene;
  const pressAt = ({ clientX, clientY }: { clientX: number; clientY: number }, by: "finger" | "mouse") => {
    const box = canvas.current?.getBoundingClientRect();
    const view = mover.current?.view();
    return (
      box && view && pressOf(hall, scene.index, view, { x: clientX - box.left, y: clientY - box.top }, by)
    );
  };
  const point = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.pointerType !== "mouse" || event.buttons !== 0) return;
    const press = pressAt(event, "mouse");
    onPoint?.(press?.kind === "seat" ? press.seat : undefined);
  };
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      onPointerDown={({ pointerType }) => {
        pressedBy.current = pointerType === "mouse" ? "mouse" : "finger";
      }}
      onPointerMove={point}
      onPointerLeave={() => onPoint?.(undefined)}
      onClick={(event) => {
        const press = pressAt(event, pressedBy.current);
        if (press?.kind === "seat") onPress(press.seat);
        else if (press) mover.current?.show(viewAfter(hall, press, mover.current.size()));
      }}
      className={classNames("block size-full cursor-pointer touch-none select-none", className)}
    />
  );
}

/** Draws the scene on a canvas and has its view moved. */
function useCanvas(
  scene: Scene,
  mover: RefObject<ViewMover | null>,
  mayMove?: (event: Event) => boolean,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<Painter>(null);
  const latest = useRef({ scene, mayMove });
  useLayoutEffect(() => {
    latest.current = { scene, mayMove };
  });
  // Before the browser paints, so that the first paint has the map.
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const made = createPainter(element, () => latest.current.scene);
    const moved = moveViewOf(element, {
      box: drawnBoxOf(latest.current.scene.hall),
      onMove: made.show,
      mayMove: (event) => latest.current.mayMove?.(event) ?? true,
    });
    const sizes = new ResizeObserver(() => {
      moved.resize();
      made.resize();
    });
    sizes.observe(element);
    [painter.current, mover.current] = [made, moved];
    return () => {
      sizes.disconnect();
      moved.stop();
      made.stop();
      mover.current = null;
    };
  }, [mover]);
  const { hall } = scene;
  useEffect(() => mover.current?.setBox(drawnBoxOf(hall)), [hall, mover]);
  useEffect(() => {
    if (scene) painter.current?.repaint();
  }, [scene]);
  return canvas;
}
