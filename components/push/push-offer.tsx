"use client";
import { lazy, type ReactNode, Suspense } from "react";
import { loadPart } from "../ui/load-part.ts";
import { useHydrated } from "../ui/use-hydrated.ts";
import type { PushReason } from "./push-panel.tsx";

/** What it takes to subscribe comes when it is offered, and not with the page. */
const load = loadPart(() => import("./push-panel.tsx"));
const PushPanel = lazy(() => load().then((module) => ({ default: module.PushPanel })));

interface PushOfferProps {
  reason: PushReason;
  /** Keeps the place of the offer until it is there. */
  coming?: ReactNode;
}

/** Offers to tell the person on this device too, where what they have just asked for makes that helpful. */
export function PushOffer({ reason, coming = null }: PushOfferProps) {
  if (!useHydrated()) return coming;
  return (
    <Suspense fallback={coming}>
      <PushPanel reason={reason} coming={coming} />
    </Suspense>
  );
}
