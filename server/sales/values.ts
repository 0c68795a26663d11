export const HISTORY_RANGES = ["minutes", "day", "whole"] as const;
export type HistoryRange = (typeof HISTORY_RANGES)[number];
