import { z } from "zod";

const DAY_MS = 86_400_000;

/** A day in Seoul, such as `2026-12-24`, as the moment that it starts or ends at. Seoul keeps one time all year. */
export const dayInSeoul = (edge: "start" | "end") =>
  z.iso.date().transform((day) => {
    const start = Date.parse(`${day}T00:00:00+09:00`);
    return new Date(edge === "start" ? start : start + DAY_MS);
  });
