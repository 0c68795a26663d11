"use client";
import { useEffect, useRef, useState } from "react";

/** Long enough for a screen reader to take it up; after that it would be an old text beside a newer one. */
const STANDS_MS = 3000;

/**
 * The newest text, let through at most every so often, since a screen reader must be able to finish its sentence, and
 * gone again soon after, so that nobody who reads the page finds another text than the one that is seen.
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
