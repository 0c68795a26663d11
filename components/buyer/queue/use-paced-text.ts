"use client";
import { useEffect, useRef, useState } from "react";

/** Long enough for a screen reader to pick the text up; afterwards it would be outdated. */
const STANDS_MS = 3000;

/**
 * The newest text for screen readers. It changes at a limited rate, so that a sentence can be finished, and is cleared
 * soon after, so that reading through the page finds no outdated text.
 */
export function usePacedText(text: string, everyMs = 15_000): string {
  const [shown, setShown] = useState("");
  const shownAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    setShown("");
    const dueMs = shownAt.current + everyMs - performance.now();
    const show = () => {
      shownAt.current = performance.now();
      setShown(text);
    };
    const timer = setTimeout(show, Math.max(0, dueMs));
    return () => clearTimeout(timer);
  }, [text, everyMs]);

  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(""), STANDS_MS);
    return () => clearTimeout(timer);
  }, [shown]);

  return shown;
}
