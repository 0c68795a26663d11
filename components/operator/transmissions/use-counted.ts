"use client";
import { COUNTED_MAX } from "#server/transmissions/values.ts";
import { useFormat } from "../../i18n/format.ts";

/** Writes a number that was counted up to {@link COUNTED_MAX} and no further: there it reads `10,000+`. */
export function useCounted(): (count: number) => string {
  const format = useFormat();
  return (count) => (count >= COUNTED_MAX ? `${format.number(COUNTED_MAX)}+` : format.number(count));
}
