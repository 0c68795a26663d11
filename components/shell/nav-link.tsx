"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { classNames } from "../ui/class-names.ts";

interface NavLinkProps {
  href: string;
  /** `bar`: the header's row of words. `dock`: the phone's bottom bar, icon over word. `side`: a list beside the page. */
  place: "bar" | "dock" | "side";
  icon?: ReactNode;
  children: ReactNode;
}

const placeStyles = {
  bar: "inline-flex min-h-touch shrink-0 items-center whitespace-nowrap px-3 text-[0.9375rem] aria-[current=page]:shadow-[inset_0_-3px_0_var(--primary)]",
  dock: "grid min-h-14 content-center justify-items-center gap-0.5 text-xs aria-[current=page]:text-primary [&_svg]:size-5.5",
  side: "flex min-h-touch items-center rounded-sm px-3 text-[0.9375rem] hover:bg-sunken aria-[current=page]:bg-primary-soft aria-[current=page]:text-primary",
} as const;

export function NavLink({ href, place, icon, children }: NavLinkProps) {
  const path = usePathname();
  const current = isCurrent(href, path);
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={classNames(
        "font-semibold text-muted no-underline hover:text-ink aria-[current=page]:text-ink",
        placeStyles[place],
      )}
    >
      {icon}
      {children}
    </Link>
  );
}

/** The start pages of shop and operators stand for what has no link beside theirs: events, and sales. */
function isCurrent(href: string, path: string): boolean {
  if (href === "/") return path === "/" || path.startsWith("/events");
  return href === "/admin" ? path === "/admin" || path.startsWith("/admin/sales") : path.startsWith(href);
}
