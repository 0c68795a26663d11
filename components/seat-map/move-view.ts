import { select } from "d3-selection";
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from "d3-zoom";
import type { Box } from "./hall.ts";
import { K_MAX, type Size, type View, viewOf, viewOfSeats } from "./view.ts";

/** Moves the view of a canvas: by wheel, by drag, by two fingers, and by call. */
export interface ViewMover {
  readonly view: () => View;
  readonly size: () => Size;
  /** Goes to a view, little by little unless the reader asked for less motion. */
  readonly show: (view: View) => void;
  readonly showAll: () => void;
  /** Goes to seats, near enough to press them. */
  readonly showSeats: (box: Box) => void;
  readonly zoomBy: (factor: number) => void;
  /** Called after the canvas has another size: what was in the middle stays there. */
  readonly resize: () => void;
  /** Says what else can be looked at now; the view stays. */
  readonly setBox: (box: Box) => void;
  readonly stop: () => void;
}

interface MoverOptions {
  /** What can be looked at. */
  readonly box: Box;
  readonly onMove: (view: View) => void;
  /** Which events of a mouse or finger move the view; all that d3-zoom takes unless said. */
  readonly mayMove?: ((event: Event) => boolean) | undefined;
}

/** @param canvas - gives up the browser's own scrolling by finger, as its style must say (`touch-action: none`) */
export function moveViewOf(
  canvas: HTMLCanvasElement,
  { onMove, mayMove, ...options }: MoverOptions,
): ViewMover {
  let box = options.box;
  let current: View = zoomIdentity;
  let endMotion = () => {};
  const size = (): Size => ({ width: canvas.clientWidth, height: canvas.clientHeight });
  let seen = size();
  const selection = select<HTMLCanvasElement, unknown>(canvas);
  const behavior = behaviorOf(mayMove)
    // Who takes hold of the map ends the motion that a button began.
    .on("start", ({ sourceEvent }: ZoomEvent) => sourceEvent && endMotion())
    .on("zoom", ({ transform }: ZoomEvent) => {
      current = transform;
      onMove(transform);
    });
  const limit = () => behavior.scaleExtent(scalesOf(box, size())).translateExtent(bounds(box));
  const set = (view: View) => behavior.transform(selection, allowedView(view, size(), box));
  const show = (target: View) => {
    endMotion();
    endMotion = moveLittleByLittle(current, target, size(), set);
  };
  limit();
  // A double press is two presses on seats.
  selection.call(behavior).on("dblclick.zoom", null);
  set(viewOf(box, seen));
  return {
    view: () => current,
    size,
    show,
    showAll: () => show(viewOf(box, size())),
    showSeats: (seats) => show(viewOfSeats(seats, size())),
    zoomBy: (factor) => show(zoomed(current, size(), factor, behavior.scaleExtent())),
    resize: () => {
      const before = seen;
      seen = size();
      const wasAll = current.k <= behavior.scaleExtent()[0] * ROUNDING;
      limit();
      set(wasAll ? viewOf(box, seen) : recentred(current, before, seen));
    },
    setBox: (next) => {
      box = next;
      limit();
    },
    stop: () => {
      endMotion();
      selection.on(".zoom", null);
    },
  };
}

/** From the whole of it to seats that a finger covers. */
function scalesOf(box: Box, size: Size): [number, number] {
  const { k } = viewOf(box, size);
  return [k, Math.max(k, K_MAX)];
}

const constrain = zoom().constrain();

/** The view nearest to the wanted one that does not leave the hall. */
export function allowedView({ x, y, k }: View, { width, height }: Size, box: Box): ZoomTransform {
  const screen: Extent = [
    [0, 0],
    [width, height],
  ];
  return constrain(zoomIdentity.translate(x, y).scale(k), screen, bounds(box));
}

type ZoomEvent = D3ZoomEvent<HTMLCanvasElement, unknown>;
type Extent = [[number, number], [number, number]];

/** A scale that was computed twice may differ in its last digits. */
const ROUNDING = 1.001;

function behaviorOf(mayMove: MoverOptions["mayMove"]) {
  const behavior = zoom<HTMLCanvasElement, unknown>();
  const isOurs = behavior.filter();
  return mayMove
    ? behavior.filter(function (event, datum) {
        return isOurs.call(this, event, datum) && mayMove(event);
      })
    : behavior;
}

const SHOW_MS = 260;

/** @returns what ends the motion */
function moveLittleByLittle(from: View, to: View, size: Size, set: (view: View) => void): () => void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    set(to);
    return () => {};
  }
  const begun = performance.now();
  const step = (now: number) => {
    const part = Math.min(1, Math.max(0, (now - begun) / SHOW_MS));
    set(between(from, to, size, part * (2 - part)));
    if (part < 1) frame = requestAnimationFrame(step);
  };
  let frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}

/** The same point in the middle of a screen of another size. */
const recentred = ({ x, y, k }: View, before: Size, now: Size): View => ({
  x: x + (now.width - before.width) / 2,
  y: y + (now.height - before.height) / 2,
  k,
});

/** How far the view may leave the hall, in drawing units: a seat at the edge comes nearer to the middle. */
const BESIDE = 60;

const bounds = ({ left, top, right, bottom }: Box): Extent => [
  [left - BESIDE, top - BESIDE],
  [right + BESIDE, bottom + BESIDE],
];

/** Between two views: the point in the middle of the screen goes straight, and the scale in equal proportions. */
function between(from: View, to: View, { width, height }: Size, part: number): View {
  const middle = ({ x, y, k }: View) => ({ x: (width / 2 - x) / k, y: (height / 2 - y) / k });
  const [start, end] = [middle(from), middle(to)];
  const k = from.k * (to.k / from.k) ** part;
  const at = (one: number, other: number) => one + (other - one) * part;
  return { x: width / 2 - k * at(start.x, end.x), y: height / 2 - k * at(start.y, end.y), k };
}

function zoomed(
  { x, y, k }: View,
  { width, height }: Size,
  factor: number,
  [least, most]: [number, number],
): View {
  const next = Math.max(least, Math.min(most, k * factor));
  const ratio = next / k;
  return { x: width / 2 - ratio * (width / 2 - x), y: height / 2 - ratio * (height / 2 - y), k: next };
}
