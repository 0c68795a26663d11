"use client";
import { cloneElement, lazy, Suspense, useState } from "react";
import { loadPart } from "./load-part.ts";
import type { MenuProps } from "./menu-box.tsx";
import { usePreload } from "./use-idle.ts";

const load = loadPart(() => import("./menu-box.tsx"));
const MenuBox = lazy(() => load().then((module) => ({ default: module.MenuBox })));

/** A menu under a button, loaded after the first view of its page. */
export function Menu({ trigger, children }: MenuProps) {
  usePreload(load);
  const [wasOpened, setWasOpened] = useState(false);
  const closed = cloneElement(trigger, {
    "aria-haspopup": "menu",
    "aria-expanded": false,
    onClick: () => setWasOpened(true),
  });
  if (!wasOpened) return closed;
  return (
    <Suspense fallback={closed}>
      <MenuBox trigger={trigger}>{children}</MenuBox>
    </Suspense>
  );
}
