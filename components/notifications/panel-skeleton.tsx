import { Skeleton } from "../ui/skeleton.tsx";

/** The bell's panel while it loads. */
export function PanelSkeleton() {
  return (
    <div className="grid gap-3 p-4">
      <Skeleton className="h-12" />
      <Skeleton className="h-12" />
    </div>
  );
}
