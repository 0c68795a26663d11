"use client";
import { type ComponentType, lazy, Suspense } from "react";
import { loadPart } from "./load-part.ts";
import { useIdle } from "./use-idle.ts";

const load = loadPart(() => import("./toaster-box.tsx"));
const ToasterBox = lazy(() =>
  load().then(
    (module): { default: ComponentType } => ({ default: module.ToasterBox }),
    // A page whose toasts do not come still does its work.
    () => ({ default: () => null }),
  ),
);

/** Shows toasts. No page begins with one, so that what draws them is loaded after the first view. */
export function Toaster() {
  const idle = useIdle();
  return (
    idle && (
      <Suspense>
        <ToasterBox />
      </Suspense>
    )
  );
}
