"use client";
import { cloneElement, lazy, Suspense, useState } from "react";
import { loadPart } from "./load-part.ts";
import type { PopoverProps } from "./popover-box.tsx";
import { usePreload } from "./use-idle.ts";

const load = loadPart(() => import("./popover-box.tsx"));
const PopoverBox = lazy(() => load().then((module) => ({ default: module.PopoverBox })));

/** A small panel under a button, loaded after the first view of its page. */
export function Popover(props: PopoverProps) {
  usePreload(load);
  const [wasOpened, setWasOpened] = useState(false);
  const { trigger, onOpenChange } = props;
  const closed = cloneElement(trigger, {
    "aria-haspopup": "dialog",
    "aria-expanded": false,
    onClick: () => {
      setWasOpened(true);
      onOpenChange(true);
    },
  });
  if (!wasOpened) return closed;
  return (
    <Suspense fallback={closed}>
      <PopoverBox {...props} />
    </Suspense>
  );
}
