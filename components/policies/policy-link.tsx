import Link from "next/link";
import type { ReactNode } from "react";

/** A policy inside a sentence. It opens beside the page: a form that is half filled in, or a hold that runs out, stays. */
export function PolicyLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} target="_blank" className="text-ink underline underline-offset-4">
      {children}
    </Link>
  );
}
