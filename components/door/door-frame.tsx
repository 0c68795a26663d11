import type { ReactNode } from "react";

/** The door's own quiet frame: no shop around it. */
export function DoorFrame({ children }: { children: ReactNode }) {
  return (
    <main id="content" className="mx-auto grid min-h-dvh w-full max-w-xl content-start gap-6 p-4 sm:p-6">
      {children}
    </main>
  );
}
