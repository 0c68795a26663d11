import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "../ui/card.tsx";
import { Skeleton } from "../ui/skeleton.tsx";

/** What a page is made of: rows in a frame, one thing with its facts, cards to fill in, or tiles with figures. */
export type PageShape = "list" | "facts" | "cards" | "tiles";

/** A placeholder while a page loads, in the page's own shape. It is announced to screen readers. */
export function PageSkeleton({ shape }: { shape: PageShape }) {
  const t = useTranslations("shell");
  return (
    <div role="status" className="grid gap-8">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-10 w-64 max-w-full" />
      {SHAPES[shape]}
    </div>
  );
}

const times = (count: number, draw: (key: number) => ReactNode) =>
  Array.from({ length: count }, (_, key) => draw(key));

const SHAPES: Readonly<Record<PageShape, ReactNode>> = {
  list: (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      {times(4, (key) => (
        <div key={key} className="grid gap-2 border-line border-b p-5 last:border-b-0">
          <Skeleton className="h-5 w-64 max-w-3/4" />
          <Skeleton className="h-4 w-40 max-w-1/2" />
        </div>
      ))}
    </div>
  ),
  facts: (
    <Card className="grid gap-5">
      <Skeleton className="h-8 w-80 max-w-full" />
      {times(6, (key) => (
        <div key={key} className="flex justify-between gap-6">
          <Skeleton className="h-5 w-24" />
          <Skeleton className="h-5 w-40" />
        </div>
      ))}
    </Card>
  ),
  cards: (
    <div className="grid max-w-3xl gap-6">
      {times(3, (key) => (
        <Card key={key} className="grid gap-4">
          <Skeleton className="h-7 w-40" />
          <Skeleton className="h-5 w-80 max-w-full" />
          <Skeleton className="h-touch w-36" />
        </Card>
      ))}
    </div>
  ),
  tiles: (
    <div className="grid gap-4 sm:grid-cols-2">
      {times(4, (key) => (
        <Skeleton key={key} className="h-44 rounded-lg" />
      ))}
    </div>
  ),
};
