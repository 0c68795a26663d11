import Link from "next/link";
import type { ReactNode } from "react";

interface AuthSheetProps {
  title: string;
  lead: string;
  /** The way to the other form. */
  question: string;
  other: { href: string; label: string };
  children: ReactNode;
}

export function AuthSheet({ title, lead, question, other, children }: AuthSheetProps) {
  return (
    <section className="mx-auto w-full max-w-md overflow-hidden rounded-lg border border-line bg-surface shadow-sheet">
      <div className="grid gap-6 p-6 sm:p-8">
        <header className="grid gap-1">
          <h1 className="font-extrabold text-3xl">{title}</h1>
          <p className="text-muted">{lead}</p>
        </header>
        {children}
      </div>
      <p className="tear-x flex flex-wrap items-center justify-center gap-x-2 px-6 py-4">
        <span className="text-muted">{question}</span>
        <Link
          href={other.href}
          className="inline-flex min-h-touch items-center font-bold text-primary underline underline-offset-4"
        >
          {other.label}
        </Link>
      </p>
    </section>
  );
}
