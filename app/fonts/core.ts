/** The font of a buyer's first view, printed by scripts/fonts.ts. */
export const coreFont = "/fonts/pretendard-core.092b1f4b7c78.woff2";
