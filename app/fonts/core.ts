/** The font that the first view of every page uses, printed by scripts/fonts.ts. */
export const coreFont = "/fonts/pretendard-core.84bcae30c2c1.woff2";
