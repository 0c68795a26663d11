import { expect, it } from "vitest";
import { nearestSeat } from "../../seat-map/seat-index.ts";
import { SEAT_LOOKS } from "../../seat-map/sprites.ts";
import { boxOfChosen, looksOf, pictureOf } from "./draft-scene.ts";
import { openDraft } from "./editing/draft.ts";
import { moveSeats } from "./editing/edits.ts";

/** Seats that are 30 units wide, in two sections. */
const draft = openDraft({
  sections: [
    { id: "r", name: "R석", color: "#0072b2", price: 100 },
    { id: "s", name: "S석", color: "#e69f00", price: 50 },
  ],
  rows: [
    {
      ...{ section: "s", label: "가" },
      seats: [
        { number: "1", position: 0, x: 0, y: 0 },
        { number: "2", position: 1, x: 30, y: 0, flags: ["house", "restrictedView"] },
      ],
    },
    { section: "r", label: "나", seats: [{ number: "1", position: 0, x: 0, y: 60 }] },
  ],
});

it("draws a draft in the order of its rows, twenty units for the width of a seat", () => {
  const { hall, index, keys } = pictureOf(draft);
  expect([...hall.x]).toEqual([0, 20, 0]);
  expect([...hall.y]).toEqual([0, 0, 40]);
  expect(hall.rows).toEqual([
    { section: 1, label: "가", first: 0, seats: 2 },
    { section: 0, label: "나", first: 2, seats: 1 },
  ]);
  expect(hall.sections.map(({ name, seats, box }) => [name, seats, box.right - box.left])).toEqual([
    ["R석", 1, 20],
    ["S석", 2, 40],
  ]);
  expect(keys).toEqual(draft.rows.flatMap(({ seats }) => seats.map(({ key }) => key)));
  expect(nearestSeat(hall, index, { x: 2, y: 38 }, 10)).toBe(2);
});

it("keeps the scale when an edit moves seats apart", () => {
  const [first = -1] = pictureOf(draft).keys;
  const moved = moveSeats(draft, new Set([first]), { x: -300, y: 0 });
  expect([...pictureOf(moved).hall.x]).toEqual([-200, 20, 0]);
});

it("shows which seats are chosen and which the house keeps, and what the chosen ones cover", () => {
  const picture = pictureOf(draft);
  const chosen = new Set(picture.keys.slice(2));
  const { free, taken } = SEAT_LOOKS;
  expect([...looksOf(picture, chosen)]).toEqual([free, taken, SEAT_LOOKS.chosen]);
  expect(boxOfChosen(picture, chosen)).toEqual({ left: -10, top: 30, right: 10, bottom: 50 });
});
