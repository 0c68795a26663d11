import type { Hall } from "./hall.ts";
import type { SeatIndex } from "./seat-index.ts";
import type { Sprites } from "./sprites.ts";
import type { Theme } from "./theme.ts";
import type { Size } from "./view.ts";
import type { Zone } from "./zones.ts";

/** What is drawn: a hall and how it stands now. */
export interface Scene {
  readonly hall: Hall;
  readonly index: SeatIndex;
  readonly zones: readonly Zone[];
  /** How each seat looks: a value of `SEAT_LOOKS`. */
  readonly looks: Uint8Array;
  /** What is said of each section below its name, from afar. */
  readonly notes: readonly string[];
  /** What stands on the stage. */
  readonly stage: string;
}

/** A canvas and what it takes to draw on it. */
export interface Easel {
  readonly pen: CanvasRenderingContext2D;
  /** In CSS pixels. */
  readonly size: Size;
  /** Pixels of the canvas for each CSS pixel. */
  readonly ratio: number;
  readonly theme: Theme;
  readonly sprites: Sprites;
}
