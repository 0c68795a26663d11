"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFormat } from "../../i18n/format.ts";
import { drawSeat, type SeatLook, type SeatShape } from "../../seat-map/sprites.ts";
import { themeAt, watchTheme } from "../../seat-map/theme.ts";
import type { sectionsOfHall } from "./hall-seats.ts";

interface MapLegendProps {
  sections: ReturnType<typeof sectionsOfHall>;
  /** Of each section of the drawing. */
  colors: readonly string[];
}

const MARKS = [
  { look: "free", shape: "plain", text: "legend.free" },
  { look: "chosen", shape: "plain", text: "legend.chosen" },
  { look: "taken", shape: "plain", text: "legend.taken" },
  { look: "free", shape: "accessible", text: "flags.accessible" },
  { look: "free", shape: "companion", text: "flags.companion" },
  { look: "free", shape: "restrictedView", text: "flags.restrictedView" },
] as const;

/** What colours and marks mean: each section with its price and how many seats are left, and each kind of seat. */
export function MapLegend({ sections, colors }: MapLegendProps) {
  const t = useTranslations("seats");
  const format = useFormat();
  return (
    <div className="grid gap-3 text-sm">
      <ul aria-label={t("map.prices")} className="flex flex-wrap gap-x-5 gap-y-1.5">
        {sections.map(({ name, index, free, prices: [price] }) => (
          <li key={index} className="flex items-center gap-1.5">
            <span
              aria-hidden
              className="size-4 shrink-0 rounded-sm border border-line-strong"
              style={{ background: colors[index] }}
            />
            <span className="font-semibold">{name}</span>
            <span className="numerals text-muted">
              {t("sectionHint", { price: format.krw(price), free })}
            </span>
          </li>
        ))}
      </ul>
      <ul className="flex flex-wrap gap-x-4 gap-y-1.5 text-muted">
        {MARKS.map(({ look, shape, text }) => (
          <li key={text} className="flex items-center gap-1.5">
            <Mark {...{ look, shape }} color={colors[sections[0]?.index ?? 0] ?? "#000000"} />
            {t(text)}
          </li>
        ))}
      </ul>
    </div>
  );
}

const MARK_PIXELS = 20;

/** A seat as the map draws it. */
function Mark({ look, shape, color }: { look: SeatLook; shape: SeatShape; color: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const draw = () => {
      const pen = canvas.current?.getContext("2d");
      if (!canvas.current || !pen) return;
      const pixels = MARK_PIXELS * Math.ceil(devicePixelRatio);
      [canvas.current.width, canvas.current.height] = [pixels, pixels];
      drawSeat(pen, { look, shape, color }, themeAt(canvas.current), pixels);
    };
    draw();
    return watchTheme(draw);
  }, [look, shape, color]);
  return <canvas ref={canvas} aria-hidden style={{ width: MARK_PIXELS, height: MARK_PIXELS }} />;
}
