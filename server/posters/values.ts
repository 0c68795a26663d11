/** The body of an upload, in bytes. */
export const POSTER_BYTES_MAX = 8 * 1024 * 1024;
/** The shorter side, in pixels. */
export const POSTER_SIDE_MIN = 320;
/** How many times the longer side is as long as the shorter one. */
export const POSTER_RATIO_MAX = 3;
export const POSTER_MEGAPIXELS_MAX = 40;
export const ALT_LENGTH_MAX = 200;
/** What a browser offers for choosing; the server looks at the file itself. */
export const POSTER_TYPES = "image/jpeg,image/png,image/webp,image/avif";
