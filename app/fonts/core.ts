/** The font that the first view of every page uses, printed by scripts/fonts.ts. */
export const coreFont = "/fonts/pretendard-core.de7e910b383d.woff2";
