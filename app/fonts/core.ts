/** The font that the first view of every page uses, printed by scripts/fonts.ts. */
export const coreFont = "/fonts/pretendard-core.3a9ce41e6cb1.woff2";
