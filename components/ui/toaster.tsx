"use client";
import { lazy, Suspense } from "react";
import { useIdle } from "./use-idle.ts";

const ToasterBox = lazy(() => import("./toaster-box.tsx").then((module) => ({ default: module.ToasterBox })));

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
