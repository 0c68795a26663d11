/** The font of a buyer's first view, printed by scripts/fonts.ts. */
export const coreFont = "/fonts/pretendard-core.b4602b71a6be.woff2";
