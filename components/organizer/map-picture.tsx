"use client";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import type { SeatMapDrawing } from "#server/seat-maps/contract.ts";
import { hallOf } from "../seat-map/hall.ts";
import { MapControls } from "../seat-map/map-controls.tsx";
import type { ViewMover } from "../seat-map/move-view.ts";
import type { Scene } from "../seat-map/scene.ts";
import { SeatCanvas } from "../seat-map/seat-canvas.tsx";
import { indexSeats } from "../seat-map/seat-index.ts";
import { SEAT_LOOKS } from "../seat-map/sprites.ts";
import { zonesOf } from "../seat-map/zones.ts";
import { HOUSE } from "./house.ts";

/** A seat map to look at: nothing on it is chosen. */
export function MapPicture({ drawing }: { drawing: SeatMapDrawing }) {
  const t = useTranslations("seatMap");
  const tSeats = useTranslations("organizer.session.seats");
  const mover = useRef<ViewMover>(null);
  const stage = t("stage");
  const scene = useMemo((): Scene => {
    const hall = hallOf(drawing);
    const looks = Uint8Array.from(hall.flags, (bits) => (bits & HOUSE ? SEAT_LOOKS.taken : SEAT_LOOKS.free));
    return { ...{ hall, looks, stage, notes: [] }, index: indexSeats(hall), zones: zonesOf(hall) };
  }, [drawing, stage]);
  return (
    <div className="relative h-72 overflow-hidden rounded-md border border-line">
      <SeatCanvas
        scene={scene}
        label={tSeats("picture", { count: drawing.numbers.length })}
        onPress={() => {}}
        mover={mover}
      />
      <MapControls mover={mover} />
    </div>
  );
}
