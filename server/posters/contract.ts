import { z } from "zod";
import { type Id, idOf } from "../platform/values/ids.ts";
import { textOf } from "../platform/values/text.ts";
import { ALT_LENGTH_MAX } from "./values.ts";

export type PosterId = Id<"poster">;
export const posterId = idOf("poster");

export const UploadPoster = z.strictObject({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

/** A poster's files. Addresses begin with `/api/posters/`; what they lead to never changes. */
export const PosterFiles = z.object({
  id: posterId,
  /** In pixels, of the widest file. */
  width: z.int(),
  height: z.int(),
  /** WebP, the narrowest first; `width` is in pixels. */
  files: z.array(z.object({ url: z.string(), width: z.int() })),
  /** JPEG of 1200 × 630 pixels, for links to the event. */
  socialUrl: z.string(),
});

export type PosterFiles = z.output<typeof PosterFiles>;

export const PosterView = PosterFiles.extend({
  alt: z.string().meta({ description: "What can be seen on it, for people who do not see it." }),
});
export type PosterView = z.output<typeof PosterView>;

/** Which poster an event shows: one that the caller uploaded, or that it shows already. */
export const ChosenPoster = z.strictObject({ posterId, alt: textOf(ALT_LENGTH_MAX) });
export type ChosenPoster = z.output<typeof ChosenPoster>;
