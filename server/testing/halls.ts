import { asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { db } from "#db/client.ts";
import { seats } from "#db/schema/seats.ts";
import { createSeatMap } from "#server/seat-maps/commands/create-seat-map.ts";
import type { ChosenSeatMap, SeatMapPlanInput } from "#server/seat-maps/contract.ts";
import { given, type SaleOptions } from "./given.ts";

interface Hall {
  /** The names of the sections, which cost 10,000 KRW less from one to the next, and no less than that. */
  readonly sections?: readonly string[];
  readonly rows?: number;
  readonly seatsPerRow?: number;
}

/** A hall of sections that have as many rows of as many seats, numbered from 1. */
export const hallOf = ({ sections = ["R석"], rows = 5, seatsPerRow = 20 }: Hall = {}): SeatMapPlanInput => ({
  sections: sections.map((name, index) => ({
    ...{ id: `s${index}`, name, color: "#0072b2", price: Math.max(150_000 - index * 10_000, 10_000) },
  })),
  rows: sections.flatMap((_, index) =>
    Array.from({ length: rows }, (_, row) => ({
      ...{ section: `s${index}`, label: String(row + 1) },
      seats: Array.from({ length: seatsPerRow }, (_, seat) => ({ number: String(seat + 1) })),
    })),
  ),
});

type HallOptions = Omit<SaleOptions, "seats" | "seatMap"> &
  Omit<z.input<typeof ChosenSeatMap>, "seatMapId"> & { readonly plan?: SeatMapPlanInput };

/** A published event with one event session on sale, made from a seat map. @returns also its seats' ids by place */
export async function givenHall({ plan = hallOf(), prices, house, sale, ...options }: HallOptions = {}) {
  const by = options.by ?? (await given.person("ADMIN"));
  const about = { name: "대극장", venue: "서울" };
  const { id: seatMapId } = await createSeatMap(by.ctx(), { ...about, plan });
  const made = await given.saleOpen({ ...options, by, seatMap: { seatMapId, prices, house, sale } });
  const rows = await db
    .select({ id: seats.id })
    .from(seats)
    .where(eq(seats.eventSessionId, made.id))
    .orderBy(asc(seats.place));
  return { ...made, seatMapId, ids: rows.map(({ id }) => id) };
}
