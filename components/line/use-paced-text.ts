"use client";
import { useEffect, useRef, useState } from "react";

/** The newest text, let through at most every so often: a screen reader must be able to finish its sentence. */
export function usePacedText(text: string, everyMs = 15_000): string {
  const [shown, setShown] = useState("");
  const shownAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    const dueMs = shownAt.current + everyMs - performance.now();
    const show = () => {
      shownAt.current = performance.now();
      setShown(text);
    };
    const timer = setTimeout(show, Math.max(0, dueMs));
    return () => clearTimeout(timer);
  }, [text, everyMs]);

  return shown;
}
