import type { SeatFlag } from "./hall.ts";
import type { Theme } from "./theme.ts";

/** How a seat looks: free to choose, held or sold or kept by the house, and chosen by this person. */
export const SEAT_LOOKS = { free: 0, taken: 1, chosen: 2 } as const;
export type SeatLook = keyof typeof SEAT_LOOKS;

/** What a seat's picture shows besides its look; the shape says it, since colours say the section. */
export type SeatShape = "plain" | Exclude<SeatFlag, "house">;

export const shapeOf = (flags: readonly SeatFlag[]): SeatShape =>
  (["accessible", "companion", "restrictedView"] as const).find((flag) => flags.includes(flag)) ?? "plain";

/** Draws one seat into a square: the state is told by fill, line and mark too, not by colour alone. */
export function drawSeat(
  pen: CanvasRenderingContext2D,
  { look, color, shape }: { readonly look: SeatLook; readonly color: string; readonly shape: SeatShape },
  theme: Theme,
  size: number,
): void {
  const line = Math.max(1, size / 14);
  pen.lineWidth = line;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  outline(pen, shape, size, line);
  pen.fillStyle = look === "free" ? color : look === "chosen" ? theme.primary : theme.surface;
  pen.strokeStyle = look === "taken" ? theme.lineStrong : look === "chosen" ? theme.ink : pen.fillStyle;
  pen.fill();
  pen.stroke();
  if (look === "free" && shape !== "plain") drawShape(pen, shape, theme, size);
  if (look === "taken") drawCross(pen, theme, size);
  if (look === "chosen") drawCheck(pen, theme, size);
}

function outline(pen: CanvasRenderingContext2D, shape: SeatShape, size: number, line: number): void {
  pen.beginPath();
  if (shape === "accessible" || shape === "companion")
    pen.arc(size / 2, size / 2, size / 2 - line, 0, 2 * Math.PI);
  else pen.roundRect(line, line, size - 2 * line, size - 2 * line, size / 5);
}

/** A wheel for a wheelchair, a smaller dot for who comes with it, a cut corner for a restricted view. */
function drawShape(pen: CanvasRenderingContext2D, shape: SeatShape, theme: Theme, size: number): void {
  pen.beginPath();
  if (shape === "restrictedView") {
    pen.moveTo(size, size * 0.45);
    pen.lineTo(size, size);
    pen.lineTo(size * 0.45, size);
    pen.closePath();
    pen.fillStyle = theme.surface;
    pen.fill();
    return;
  }
  pen.arc(size / 2, size / 2, size * (shape === "accessible" ? 0.36 : 0.14), 0, 2 * Math.PI);
  pen.strokeStyle = theme.surface;
  pen.lineWidth = Math.max(1, size / 10);
  pen.stroke();
}

function drawCross(pen: CanvasRenderingContext2D, theme: Theme, size: number): void {
  const [near, far] = [size * 0.32, size * 0.68];
  pen.beginPath();
  pen.moveTo(near, near);
  pen.lineTo(far, far);
  pen.moveTo(far, near);
  pen.lineTo(near, far);
  pen.strokeStyle = theme.lineStrong;
  pen.stroke();
}

function drawCheck(pen: CanvasRenderingContext2D, theme: Theme, size: number): void {
  pen.beginPath();
  pen.moveTo(size * 0.28, size * 0.52);
  pen.lineTo(size * 0.44, size * 0.68);
  pen.lineTo(size * 0.73, size * 0.34);
  pen.strokeStyle = theme.onPrimary;
  pen.lineWidth = Math.max(1.5, size / 8);
  pen.stroke();
}

/** Gives the picture of a seat, drawn once for each size: to copy a picture is much cheaper than to draw it. */
export type Sprites = (look: SeatLook, color: string, shape: SeatShape, pixels: number) => HTMLCanvasElement;

export function createSprites(theme: Theme): Sprites {
  const kept = new Map<string, HTMLCanvasElement>();
  return (look, color, shape, pixels) => {
    // While the reader zooms each picture of the screen has another size: one in two pixels is drawn.
    const size = 2 * Math.ceil(pixels / 2);
    const key = `${look} ${color} ${shape} ${size}`;
    const known = kept.get(key);
    if (known) return known;
    const sprite = document.createElement("canvas");
    [sprite.width, sprite.height] = [size, size];
    const pen = sprite.getContext("2d");
    if (pen) drawSeat(pen, { look, color, shape }, theme, size);
    kept.set(key, sprite);
    return sprite;
  };
}
