import type { ReactNode } from "react";

/** A chapter of the design page. */
export function Chapter({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-4">
      <h2 className="border-line-strong border-b pb-2 font-bold text-xl">{title}</h2>
      {children}
    </section>
  );
}

/** Samples beside each other, as many as there is room for. */
export function Samples({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
