import type { ReactNode } from "react";

interface PolicySectionProps {
  title: string;
  /** Paragraphs, each on a line of its own. */
  text: string;
  children?: ReactNode;
}

export function PolicySection({ title, text, children }: PolicySectionProps) {
  return (
    <section className="grid gap-2">
      <h2 className="font-bold text-xl">{title}</h2>
      {text.split("\n").map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {children}
    </section>
  );
}
