/** The font that the first view of every page uses, printed by scripts/fonts.ts. */
export const coreFont = "/fonts/pretendard-core.cb59b1cd61fb.woff2";
