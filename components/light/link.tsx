import type NextLink from "next/link";
import type { ComponentProps, MouseEvent } from "react";
import { showQuery } from "./query.ts";

/** Stands for `next/link` in the scripts of light pages: the browser's own link, but for another query of the same page. */
export default function Link({
  href,
  replace,
  scroll,
  onClick,
  tabIndex,
  ...rest
}: ComponentProps<typeof NextLink>) {
  const address = String(href);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || opensElsewhere(event)) return;
    if (showQuery(address, { replace, scroll })) event.preventDefault();
  };
  // In a drawing Preact leaves the name as React has it, and there the browser knows it by small letters alone.
  const place = tabIndex !== undefined && { tabindex: tabIndex };
  return <a href={address} {...rest} {...place} onClick={follow} />;
}

/** Whether the person asked for a new tab or window, or for a file. */
const opensElsewhere = (event: MouseEvent<HTMLAnchorElement>): boolean =>
  event.metaKey ||
  event.ctrlKey ||
  event.shiftKey ||
  event.altKey ||
  event.currentTarget.hasAttribute("download") ||
  !["", "_self"].includes(event.currentTarget.target);
