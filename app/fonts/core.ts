/** The font of a buyer's first view, printed by scripts/fonts.ts. */
export const coreFont = "/fonts/pretendard-core.729be771ba64.woff2";
