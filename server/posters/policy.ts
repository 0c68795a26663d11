import type { PictureLimits } from "../platform/files/picture.ts";
import type { UserActor } from "../platform/operation/context.ts";
import { posterErrors } from "./errors.ts";
import { POSTER_MEGAPIXELS_MAX, POSTER_RATIO_MAX, POSTER_SIDE_MIN } from "./values.ts";

export const LIMITS: PictureLimits = {
  sideMin: POSTER_SIDE_MIN,
  ratioMax: POSTER_RATIO_MAX,
  pixelsMax: POSTER_MEGAPIXELS_MAX * 1_000_000,
};

/** Pixels: a card on a phone, a card and an event's page on a usual screen, and an event's page on a dense one. */
export const WIDTHS = [320, 640, 1280] as const;

/** What the files of one seller's posters may take, unused ones included. */
const MEGABYTES_PER_SELLER_MAX = 100;

/** A poster that no event shows can be chosen for a day, and is removed in the hour after it. */
export const CHOOSABLE_HOURS = 24;
export const UNUSED_HOURS_MAX = 25;

/**
 * Refuses a seller whose posters take all the room that one person has. Operators have no such limit.
 * @param bytes - of all that they have uploaded
 * @throws `poster_space` (409)
 */
export function requireRoom({ role }: UserActor, bytes: number): void {
  if (role !== "ADMIN" && bytes > MEGABYTES_PER_SELLER_MAX * 1_000_000)
    throw posterErrors.poster_space({ megabytes: MEGABYTES_PER_SELLER_MAX });
}

/** The name of a poster's file: what it says cannot change under it. */
export const fileNameOf = (kind: string, hash: string, ending: "webp" | "jpg"): string =>
  `${kind}-${hash.slice(0, 16)}.${ending}`;

const FILE_NAME = /^(?:\d{2,4}|social)-[\da-f]{16}\.(webp|jpg)$/;
const TYPES: Readonly<Record<string, string>> = { webp: "image/webp", jpg: "image/jpeg" };

/** The media type of a file by its name; undefined for a name that no file of a poster has. */
export const typeOf = (name: string): string | undefined => TYPES[FILE_NAME.exec(name)?.[1] ?? ""];
