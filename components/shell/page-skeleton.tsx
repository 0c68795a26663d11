import { useTranslations } from "next-intl";
import { Skeleton } from "../ui/skeleton.tsx";

/** A placeholder while a page loads, announced to screen readers. */
export function PageSkeleton() {
  const t = useTranslations("shell");
  return (
    <div role="status" className="grid gap-8">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-10 w-64 max-w-full" />
      <div className="grid gap-4 sm:grid-cols-2">
        <Skeleton className="h-44 rounded-lg" />
        <Skeleton className="h-44 rounded-lg" />
        <Skeleton className="h-44 rounded-lg" />
        <Skeleton className="h-44 rounded-lg" />
      </div>
    </div>
  );
}
