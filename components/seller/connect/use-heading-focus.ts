"use client";
import { useEffect, useRef } from "react";

/**
 * Where one step takes the place of another, what had the focus goes with the old one: the new one's heading takes it,
 * so that it is read out and the keyboard goes on from there. Whoever is elsewhere on the page is left alone.
 * @returns a ref for what the steps stand in
 */
export function useHeadingFocus(step: string | undefined) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    const heading = place.current?.querySelector("h2");
    if (!heading || document.activeElement !== document.body) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [step]);
  return place;
}
