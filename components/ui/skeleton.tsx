import { classNames } from "./class-names.ts";

/** The shape of what is being loaded. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={classNames("animate-pulse rounded-sm bg-line/70", className)} />;
}
