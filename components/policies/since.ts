/** Since when the terms and the privacy policy apply as they read now, which the law asks them to say. */
export const POLICIES_IN_FORCE_SINCE = "2026-12-01T00:00:00+09:00";
