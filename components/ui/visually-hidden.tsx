import type { ReactNode } from "react";

/** Read aloud, not shown. */
export function VisuallyHidden({ children, live }: { children: ReactNode; live?: "polite" | "assertive" }) {
  return (
    <span className="sr-only" aria-live={live}>
      {children}
    </span>
  );
}
