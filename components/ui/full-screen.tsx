"use client";
import { type ComponentProps, lazy, Suspense } from "react";

/** Loads what draws it, for a page that has to work without a network. */
export const loadFullScreen = () => import("./screen-box.tsx");
const LazyScreen = lazy(() => loadFullScreen().then((module) => ({ default: module.FullScreen })));

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
