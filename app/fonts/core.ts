/** The font of a buyer's first view, printed by scripts/fonts.ts. */
export const coreFont = "/fonts/pretendard-core.a7bd8804ed41.woff2";
