"use client";
import { type ComponentProps, lazy, Suspense } from "react";

const LazyScreen = lazy(() => import("./screen-box.tsx").then((module) => ({ default: module.FullScreen })));

/** Something that fills the screen, loaded when it is opened. */
export function FullScreen(props: ComponentProps<typeof LazyScreen>) {
  return (
    props.open && (
      <Suspense>
        <LazyScreen {...props} />
      </Suspense>
    )
  );
}
