import { type ComponentType, lazy, type ReactNode, Suspense } from "react";

/** Stands for `next/dynamic` in the scripts of light pages. */
export default function dynamic<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { loading }: { loading?: () => ReactNode } = {},
) {
  const Loaded = lazy(async () => ({ default: await load() }));
  return (props: P) => (
    <Suspense fallback={loading?.()}>
      <Loaded {...props} />
    </Suspense>
  );
}
