import type { z } from "zod";
import { platformErrors } from "../platform/operation/errors.ts";
import type { SeatToCreate } from "../seats/steps/create-seats.ts";
import { seatIdAt } from "../seats/values.ts";
import type { ChosenSeatMap, SeatMapPlan } from "./contract.ts";
import { SEAT_FLAGS, seatNumberOf } from "./values.ts";

type Differences = Pick<z.output<typeof ChosenSeatMap>, "prices" | "house" | "sale">;

/**
 * The plan of an event session: the map's, with other prices and house seats where they are given.
 * @throws `invalid_argument` (400) with the path and the `rule` for a map without seats, for a section or a seat that it
 * does not have, and for a seat that is to be sold and not to be sold
 */
export function planForSale(
  plan: SeatMapPlan,
  { prices = {}, house = [], sale = [] }: Differences,
): SeatMapPlan {
  if (plan.rows.length === 0) refuse("seatMapId", "seat_map_empty", "", "has no seats yet");
  const priceOf = new Map(Object.entries(prices));
  const sectionNames = new Map(plan.sections.map(({ id, name }) => [id, name]));
  const [kept, sold] = [new Set(house), new Set(sale)];
  const known = new Set<string>();
  const rows = plan.rows.map((row) => ({
    ...row,
    seats: row.seats.map((seat) => {
      const name = seatNumberOf(sectionNames.get(row.section) ?? "", row.label, seat.number);
      if (!kept.has(name) && !sold.has(name)) return seat;
      known.add(name);
      const others = (seat.flags ?? []).filter((flag) => flag !== "house");
      return { ...seat, flags: kept.has(name) ? [...others, "house" as const] : others };
    }),
  }));
  for (const name of priceOf.keys())
    if (!plan.sections.some((section) => section.name === name))
      refuse(`prices.${name}`, "section_unknown", name, "the map has no such section");
  for (const [field, names] of Object.entries({ house, sale }))
    for (const [index, name] of names.entries())
      if (!known.has(name)) refuse(`${field}.${index}`, "seat_unknown", name, "the map has no such seat");
  const both = sale.find((name) => kept.has(name));
  if (both !== undefined) refuse("sale", "seat_twice", both, "is kept by the house too");
  const sections = plan.sections.map((section) => ({
    ...section,
    price: priceOf.get(section.name) ?? section.price,
  }));
  return { sections, rows };
}

function refuse(field: string, rule: string, found: string, problem: string): never {
  throw platformErrors.invalid_argument({ path: `seatMap.${field}`, rule, found, problem });
}

/** The seats of a plan as an event session gets them, in the order of the drawing. */
export function seatsOfPlan({ sections, rows }: SeatMapPlan, idPrefix: string): SeatToCreate[] {
  const sectionOf = new Map(sections.map((section) => [section.id, section]));
  const seats = rows.flatMap((row) => row.seats.map((seat) => ({ row, seat })));
  return seats.map(({ row, seat }, place) => {
    const { name = "", price = 0 } = sectionOf.get(row.section) ?? {};
    const flags = SEAT_FLAGS.map((flag) => [flag, seat.flags?.includes(flag) ?? false]);
    return {
      ...{ id: seatIdAt(idPrefix, place), place, position: seat.position },
      ...{ section: name, row: row.label, label: seat.number, price },
      number: seatNumberOf(name, row.label, seat.number),
      ...Object.fromEntries(flags),
    };
  });
}
