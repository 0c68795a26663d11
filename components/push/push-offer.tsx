"use client";
import dynamic from "next/dynamic";
import { loadPart } from "../ui/load-part.ts";
import { useHydrated } from "../ui/use-hydrated.ts";
import type { PushReason } from "./push-panel.tsx";

/** What it takes to subscribe comes when it is offered, and not with the page. */
const PushPanel = dynamic(loadPart(() => import("./push-panel.tsx").then((module) => module.PushPanel)));

/** Offers to tell the person on this device too, where what they have just asked for makes that helpful. */
export function PushOffer({ reason }: { reason: PushReason }) {
  return useHydrated() ? <PushPanel reason={reason} /> : null;
}
