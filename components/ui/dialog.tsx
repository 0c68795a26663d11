"use client";
import { type ComponentProps, lazy, Suspense, useState } from "react";
import { loadPart } from "./load-part.ts";
import { usePreload } from "./use-idle.ts";

const load = loadPart(() => import("./dialog-box.tsx"));
const LazyDialog = lazy(() => load().then((module) => ({ default: module.Dialog })));
const LazyConfirmDialog = lazy(() => load().then((module) => ({ default: module.ConfirmDialog })));

/** A dialog, loaded after the first view of its page. */
export function Dialog(props: ComponentProps<typeof LazyDialog>) {
  return (
    useWasOpen(props.open) && (
      <Suspense>
        <LazyDialog {...props} />
      </Suspense>
    )
  );
}

/** Asks before an action that cannot be undone; a press outside does not close it. */
export function ConfirmDialog(props: ComponentProps<typeof LazyConfirmDialog>) {
  return (
    useWasOpen(props.open) && (
      <Suspense>
        <LazyConfirmDialog {...props} />
      </Suspense>
    )
  );
}

/** Once it was open it stays, so that it can close in motion. */
function useWasOpen(open: boolean): boolean {
  usePreload(load);
  const [wasOpen, setWasOpen] = useState(open);
  if (open && !wasOpen) setWasOpen(true);
  return wasOpen || open;
}
