/** The font that the first view of every page uses, printed by scripts/fonts.ts. */
export const coreFont = "/fonts/pretendard-core.4af59c1e292b.woff2";
