import { expect, it } from "vitest";
import type { SeatMapPlan } from "./contract.ts";
import { planForSale, seatsOfPlan } from "./sale.policy.ts";

const PREFIX = "01k8v3q4f6e9hb2m5n7p8r";
const plan: SeatMapPlan = {
  sections: [
    { id: "r", name: "R석", color: "#0072b2", price: 150_000 },
    { id: "s", name: "S석", color: "#56b4e9", price: 110_000 },
  ],
  rows: [
    {
      ...{ section: "r", label: "가" },
      seats: [
        { number: "2", position: 1 },
        { number: "1", position: 0, flags: ["accessible", "house"] },
      ],
    },
    { section: "s", label: "1", seats: [{ number: "1", position: 0, flags: ["restrictedView"] }] },
  ],
};

it("gives each seat its place in the drawing, the id that tells it, and what the map knows", () => {
  const no = { accessible: false, companion: false, restrictedView: false, house: false };
  expect(seatsOfPlan(plan, PREFIX)).toEqual([
    {
      ...no,
      ...{ id: `seat_${PREFIX}0000`, place: 0, position: 1, price: 150_000 },
      ...{ section: "R석", row: "가", label: "2", number: "R석-가-2" },
    },
    {
      ...{ ...no, accessible: true, house: true },
      ...{ id: `seat_${PREFIX}0001`, place: 1, position: 0, price: 150_000 },
      ...{ section: "R석", row: "가", label: "1", number: "R석-가-1" },
    },
    {
      ...{ ...no, restrictedView: true },
      ...{ id: `seat_${PREFIX}0002`, place: 2, position: 0, price: 110_000 },
      ...{ section: "S석", row: "1", label: "1", number: "S석-1-1" },
    },
  ]);
});

it("changes prices by section and house seats by name, and leaves the map as it was", () => {
  const before = structuredClone(plan);
  const changed = planForSale(plan, { prices: { S석: 90_000 }, house: ["R석-가-2"], sale: ["R석-가-1"] });
  expect(seatsOfPlan(changed, PREFIX).map(({ price, house }) => [price, house])).toEqual([
    [150_000, true],
    [150_000, false],
    [90_000, false],
  ]);
  expect(seatsOfPlan(changed, PREFIX)[1]).toMatchObject({ accessible: true });
  expect(plan).toEqual(before);
});

it.each([
  ["a section that the map does not have", { prices: { VIP: 1 } }, "section_unknown", "seatMap.prices.VIP"],
  ["a seat that it does not have", { house: ["R석-가-2", "R석-가-9"] }, "seat_unknown", "seatMap.house.1"],
  ["a house seat that it does not have", { sale: ["R석-나-1"] }, "seat_unknown", "seatMap.sale.0"],
  [
    "a seat that is sold and not sold",
    { house: ["R석-가-1"], sale: ["R석-가-1"] },
    "seat_twice",
    "seatMap.sale",
  ],
])("refuses %s", (_, differences, rule, path) => {
  expect(() => planForSale(plan, differences)).toThrow(
    expect.objectContaining({ reason: "invalid_argument", params: expect.objectContaining({ rule, path }) }),
  );
});

it("refuses a map without seats", () => {
  expect(() => planForSale({ sections: [], rows: [] }, {})).toThrow("seatMap.seatMapId: has no seats yet");
});
