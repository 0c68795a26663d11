import { paint } from "./paint.ts";
import type { Easel, Scene } from "./scene.ts";
import { createSprites } from "./sprites.ts";
import { themeAt, watchTheme } from "./theme.ts";
import type { View } from "./view.ts";

/** More pixels than this for each CSS pixel are not seen, but drawn. */
const RATIO_MAX = 2;

export interface Painter {
  readonly show: (view: View) => void;
  /** Called when the scene has changed. */
  readonly repaint: () => void;
  /** Called when the canvas has another size, which empties it: it is drawn before the browser shows it. */
  readonly resize: () => void;
  readonly stop: () => void;
}

/** Draws on a canvas whenever something has changed, once a frame at most. */
export function createPainter(canvas: HTMLCanvasElement, sceneNow: () => Scene): Painter {
  const pen = canvas.getContext("2d");
  let easel: Easel | undefined;
  let view: View | undefined;
  let frame = 0;
  const dress = () => {
    const ratio = Math.min(RATIO_MAX, devicePixelRatio);
    const size = { width: canvas.clientWidth, height: canvas.clientHeight };
    const theme = easel?.theme ?? themeAt(canvas);
    canvas.width = Math.round(size.width * ratio);
    canvas.height = Math.round(size.height * ratio);
    if (pen) easel = { pen, size, ratio, theme, sprites: easel?.sprites ?? createSprites(theme) };
  };
  const draw = () => {
    frame = 0;
    if (easel && view) paint(easel, sceneNow(), view);
  };
  const repaint = () => {
    frame ||= requestAnimationFrame(draw);
  };
  const unwatch = watchTheme(() => {
    easel = undefined;
    dress();
    repaint();
  });
  dress();
  return {
    show: (next: View) => {
      view = next;
      repaint();
    },
    repaint,
    resize: () => {
      dress();
      cancelAnimationFrame(frame);
      draw();
    },
    stop: () => {
      unwatch();
      cancelAnimationFrame(frame);
    },
  };
}
