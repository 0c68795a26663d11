import { singleton } from "../concurrency/singleton.ts";
import { createTurns } from "../concurrency/turns.ts";
import { platformErrors } from "../operation/errors.ts";

/** A picture that takes longer is given up. */
export const SECONDS_MAX = 20;
/** Each waits with its whole file in memory. */
const WAITING_MAX = 8;

export type Decoder = Awaited<ReturnType<typeof decoder>>;

const LOADERS = ["Jpeg", "Png", "Webp", "Heif"].map((name) => `VipsForeignLoad${name}Buffer`);
const DRAWINGS = { operation: ["VipsForeignLoadSvgBuffer"] };

/** The decoder is loaded with the first picture: most processes never see one. It reads no other format. */
export const decoder = () =>
  singleton("picture-decoder", async () => {
    const { default: sharp } = await import("sharp");
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({ operation: LOADERS });
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });

/** A process makes one picture at a time, since each takes a core and a lot of memory. */
export const turns = () =>
  singleton("picture-turns", () =>
    createTurns({
      most: WAITING_MAX,
      refuse: () => platformErrors.unavailable({}, { retryAfterSeconds: SECONDS_MAX }),
    }),
  );

/**
 * Lets the decoder read SVG while `work` runs, for a drawing of ours. It is for one turn, in which no picture that
 * people sent is decoded.
 */
export async function readingDrawings<T>(sharp: Decoder, work: () => Promise<T>): Promise<T> {
  sharp.unblock(DRAWINGS);
  try {
    return await work();
  } finally {
    sharp.block(DRAWINGS);
  }
}
