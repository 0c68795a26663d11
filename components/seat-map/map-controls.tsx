"use client";
import { Maximize, Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { Button } from "../ui/button.tsx";
import type { ViewMover } from "./move-view.ts";

const STEP = 1.6;

/** What moves a map without a wheel or two fingers. */
export function MapControls({ mover }: { mover: RefObject<ViewMover | null> }) {
  const t = useTranslations("seatMap");
  const controls = [
    { label: t("closer"), Icon: Plus, act: () => mover.current?.zoomBy(STEP) },
    { label: t("farther"), Icon: Minus, act: () => mover.current?.zoomBy(1 / STEP) },
    { label: t("all"), Icon: Maximize, act: () => mover.current?.showAll() },
  ];
  return (
    <div className="absolute right-2 bottom-2 grid gap-1">
      {controls.map(({ label, Icon, act }) => (
        <Button key={label} look="secondary" size="icon" aria-label={label} onClick={act}>
          <Icon aria-hidden />
        </Button>
      ))}
    </div>
  );
}
