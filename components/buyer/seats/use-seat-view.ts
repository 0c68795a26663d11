"use client";
import { useState } from "react";

const VIEWS = ["map", "list"] as const;
export type SeatViewMode = (typeof VIEWS)[number];

const KEY = "seonchak.seats.view";

/** How this browser's reader chooses seats: on the map until they say otherwise, which is remembered. */
export function useSeatView(): [SeatViewMode, (view: SeatViewMode) => void] {
  const [view, setView] = useState(read);
  return [
    view,
    (next) => {
      setView(next);
      try {
        localStorage.setItem(KEY, next);
      } catch {
        // Without local storage the choice lasts as long as the page.
      }
    },
  ];
}

function read(): SeatViewMode {
  try {
    return VIEWS.find((view) => view === localStorage.getItem(KEY)) ?? "map";
  } catch {
    return "map";
  }
}
