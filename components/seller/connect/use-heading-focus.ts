"use client";
import { useEffect, useRef } from "react";

/**
 * When one step replaces another, the focused element disappears with the old step. The heading of the new step takes
 * the focus, so that it is read out and the keyboard continues there. Focus outside the steps is not moved.
 * @returns a ref for the element that contains the steps
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
