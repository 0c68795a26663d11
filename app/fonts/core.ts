/** The font of a buyer's first view, printed by scripts/fonts.ts. */
export const coreFont = "/fonts/pretendard-core.e062f560522d.woff2";
