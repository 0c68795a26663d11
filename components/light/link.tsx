import type NextLink from "next/link";
import type { ComponentProps } from "react";

/** Stands for `next/link` in the scripts of light pages: the browser's own link. */
export default function Link({
  href,
  prefetch: _prefetch,
  replace: _replace,
  scroll: _scroll,
  ...rest
}: ComponentProps<typeof NextLink>) {
  return <a href={String(href)} {...rest} />;
}
