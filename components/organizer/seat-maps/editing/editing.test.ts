import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SeatMapPlan } from "#server/seat-maps/contract.ts";
import { completePlan, planFaults } from "#server/seat-maps/plan.policy.ts";
import { SEAT_FLAGS } from "#server/seat-maps/values.ts";
import {
  ALIGNMENTS,
  aislesOf,
  type Block,
  placesOfRows,
  positionsWith,
  type Shape,
  shapeOf,
} from "./block.ts";
import { type Draft, type Keys, openDraft, planOf, seatCountOf } from "./draft.ts";
import * as edits from "./edits.ts";
import { begin, EDITS_KEPT, edited, redone, undone } from "./history.ts";
import { LABEL_SCHEMES, NUMBER_SCHEMES } from "./numbering.ts";
import * as selecting from "./selection.ts";

const EMPTY: SeatMapPlan = { sections: [], rows: [] };
const SECTION = { name: "R석", color: "#0072b2", price: 120_000 };

const block = (changes: Partial<Block> = {}): Block => ({
  ...{ section: "s1", rows: 3, seats: 4, aisles: [] },
  labelling: { scheme: "numbers", start: 1 },
  numbering: { scheme: "all", from: "left", start: 1 },
  shape: { curve: 0, angle: 0, rowDistance: 1.25, align: "columns" },
  at: { x: 0, y: 10 },
  ...changes,
});

/** A draft with one section and one block. */
function draftOf(changes: Partial<Block> = {}): { draft: Draft; added: Keys } {
  const { draft, id } = edits.addSection(openDraft(EMPTY), SECTION);
  return edits.addBlock(draft, block({ section: id, ...changes }));
}

const shapes = fc.record({
  curve: fc.integer({ min: 0, max: 180 }),
  angle: fc.integer({ min: -180, max: 180 }),
  rowDistance: fc.integer({ min: 100, max: 400 }).map((hundredths) => hundredths / 100),
  align: fc.constantFrom(...ALIGNMENTS),
});

const blocks = fc.record({
  rows: fc.integer({ min: 1, max: 6 }),
  seats: fc.integer({ min: 1, max: 12 }),
  aisles: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
  labelling: fc.record({
    scheme: fc.constantFrom(...LABEL_SCHEMES),
    start: fc.integer({ min: 1, max: 200 }),
  }),
  numbering: fc.record({
    scheme: fc.constantFrom(...NUMBER_SCHEMES),
    from: fc.constantFrom("left" as const, "right" as const),
    start: fc.integer({ min: 1, max: 200 }),
  }),
  shape: shapes,
});

describe("a block", () => {
  it("is rows of seats with labels, numbers, positions and places, nearest to the stage first", () => {
    const { draft, added } = draftOf({ rows: 2, seats: 3, aisles: [1], at: { x: 100, y: 50 } });
    expect(planOf(draft).rows).toEqual([
      {
        ...{ section: "s1", label: "1" },
        seats: [
          { number: "1", position: 0, x: 98.33, y: 49.38 },
          { number: "2", position: 2, x: 100.33, y: 49.38 },
          { number: "3", position: 3, x: 101.33, y: 49.38 },
        ],
      },
      expect.objectContaining({ label: "2" }),
    ]);
    expect(added.size).toBe(6);
  });

  it("is a valid map by itself, and no two of its seats lie over each other", () => {
    fc.assert(
      fc.property(blocks, (made) => {
        const { draft } = draftOf(made);
        expect(planFaults(planOf(draft))).toEqual([]);
        const places = draft.rows.flatMap(({ seats }) => seats);
        for (const [index, a] of places.entries())
          for (const b of places.slice(index + 1))
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(0.85);
      }),
    );
  });

  it("comes nearer to the stage at the ends of its rows when it is bent, with seats as far apart as before", () => {
    const [row = []] = placesOfRows([positionsWith(9, [])], { ...block().shape, curve: 90 });
    expect(row[0]?.y).toBeLessThan(row[4]?.y ?? 0);
    expect(row[0]?.y).toBeCloseTo(row[8]?.y ?? 0);
    const steps = row
      .slice(1)
      .map(({ x, y }, index) => Math.hypot(x - (row[index]?.x ?? 0), y - (row[index]?.y ?? 0)));
    for (const step of steps) expect(step).toBeCloseTo(1, 1);
  });

  it("tells its shape and its aisles from its seats", () => {
    const shape: Shape = { curve: 60, angle: 30, rowDistance: 1.5, align: "columns" };
    const { draft } = draftOf({ rows: 4, seats: 20, aisles: [5, 15], shape });
    expect(
      shapeOf(
        draft.rows.map(({ seats }) => seats),
        1,
      ),
    ).toEqual({ ...shape, rowDistance: expect.closeTo(1.5, 1), align: expect.any(String) });
    expect(aislesOf(draft.rows[0]?.seats.map(({ position }) => position) ?? [])).toEqual([5, 15]);
    const triangle = [[0], [0, 1, 2], [0, 1, 2, 3, 4]];
    const places = placesOfRows(triangle, { ...block().shape, align: "center" });
    const stood = places.map((row, index) =>
      row.map((place, seat) => ({ ...place, position: triangle[index]?.[seat] ?? 0 })),
    );
    expect(shapeOf(stood, 1).align).toBe("center");
  });
});

describe("edits", () => {
  /** Any edit of what the draft has, by a number that chooses seats. */
  const anyEdit = (draft: Draft, [kind, seed, made]: readonly [number, number, Partial<Block>]): Draft => {
    const all = [...selecting.allSeats(draft)];
    const chosen = new Set(all.filter((key) => (key * 7 + seed) % 3 === 0));
    const section = draft.sections[seed % Math.max(1, draft.sections.length)]?.id ?? "";
    const ways: (() => Draft)[] = [
      () => edits.addSection(draft, { ...SECTION, name: `S${draft.nextKey}석${seed}` }).draft,
      () => (section ? edits.addBlock(draft, block({ ...made, section })).draft : draft),
      () => edits.moveSeats(draft, chosen, { x: seed / 3, y: -seed }),
      () => edits.turnSeats(draft, chosen, seed),
      () => edits.shapeRows(draft, chosen, made.shape ?? block().shape, made.aisles),
      () => edits.numberSeats(draft, chosen, made.numbering ?? block().numbering),
      () => edits.labelRows(draft, chosen, made.labelling ?? block().labelling),
      () => edits.flagSeats(draft, chosen, SEAT_FLAGS[seed % 4] ?? "house", seed % 2 === 0),
      () => edits.removeSeats(draft, chosen),
      () => (section ? edits.paintSeats(draft, chosen, section) : draft),
      () => edits.orderRows(draft),
      () => edits.changeSection(draft, section, { price: seed }),
      () => edits.removeSection(draft, section),
    ];
    return ways[kind % ways.length]?.() ?? draft;
  };
  const steps = fc.array(fc.tuple(fc.nat(12), fc.nat(100), blocks), { maxLength: 12 });

  it("are undone to the very map before, and done again to the one after", () => {
    fc.assert(
      fc.property(steps, (made) => {
        let history = begin(draftOf().draft);
        const seen = [history.present];
        for (const step of made) {
          const next = edited(history, anyEdit(history.present, step));
          if (next !== history) seen.push(next.present);
          history = next;
        }
        for (const draft of seen.toReversed()) {
          expect(history.present).toBe(draft);
          history = undone(history);
        }
        for (const _ of made) history = redone(history);
        expect(history.present).toBe(seen.at(-1));
      }),
    );
  });

  it("leave every seat with a key of its own, and positions that do not meet", () => {
    fc.assert(
      fc.property(steps, (made) => {
        let { draft } = draftOf();
        for (const step of made) draft = anyEdit(draft, step);
        const keys = draft.rows.flatMap(({ key, seats }) => [key, ...seats.map((seat) => seat.key)]);
        expect(new Set(keys).size).toBe(keys.length);
        expect(planFaults(planOf(draft)).map(({ code }) => code)).not.toContain("position_twice");
        expect(draft.rows.every(({ seats }) => seats.length > 0)).toBe(true);
      }),
    );
  });

  it("share the rows that they do not touch", () => {
    const { draft } = draftOf();
    const [first, second] = draft.rows;
    const moved = edits.moveSeats(draft, selecting.seatsOfRow(draft, first?.key ?? -1), { x: 1, y: 0 });
    expect(moved.rows[1]).toBe(second);
    expect(moved.rows[0]?.seats[0]?.x).toBe((first?.seats[0]?.x ?? 0) + 1);
  });

  it("paint seats out of a row into one of the same label, and back", () => {
    const { draft } = draftOf({ rows: 2, seats: 4 });
    const { draft: two, id } = edits.addSection(draft, { ...SECTION, name: "VIP석" });
    const ends = new Set(two.rows.flatMap(({ seats }) => seats.slice(2).map(({ key }) => key)));
    const painted = edits.paintSeats(two, ends, id);
    expect(painted.rows.map(({ section, label, seats }) => [section, label, seats.length])).toEqual([
      ["s1", "1", 2],
      [id, "1", 2],
      ["s1", "2", 2],
      [id, "2", 2],
    ]);
    expect(planFaults(planOf(painted))).toEqual([]);
    const back = edits.paintSeats(painted, ends, "s1");
    expect(planOf(back).rows).toEqual(planOf(two).rows);
  });

  it("give joined rows the positions of their places where two seats would have the same", () => {
    const { draft } = draftOf({ rows: 1, seats: 2, at: { x: 0, y: 0 } });
    const { draft: two, id } = edits.addSection(draft, { ...SECTION, name: "S석" });
    const { draft: both, added } = edits.addBlock(
      two,
      block({
        section: id,
        rows: 1,
        seats: 2,
        numbering: { ...block().numbering, start: 3 },
        at: { x: 4, y: 0 },
      }),
    );
    const painted = edits.paintSeats(both, added, "s1");
    expect(planOf(painted).rows[0]?.seats.map(({ number, position }) => [number, position])).toEqual([
      ["1", 0],
      ["2", 1],
      ["3", 4],
      ["4", 5],
    ]);
  });

  it("take rows and sections away, and name an empty section as a fault", () => {
    const { draft } = draftOf({ rows: 2, seats: 2 });
    const without = edits.removeSeats(draft, selecting.seatsOfRow(draft, draft.rows[0]?.key ?? -1));
    expect(without.rows.map(({ label }) => label)).toEqual(["2"]);
    const empty = edits.removeSeats(without, selecting.allSeats(without));
    expect(planFaults(planOf(empty)).map(({ code }) => code)).toEqual(["section_empty"]);
    expect(planFaults(planOf(edits.removeSection(empty, "s1")))).toEqual([]);
  });

  it("put rows that are nearer to the stage first", () => {
    const { draft } = draftOf({ rows: 2, at: { x: 0, y: 50 } });
    const { draft: both } = edits.addBlock(
      draft,
      block({ rows: 1, labelling: { scheme: "letters", start: 1 } }),
    );
    expect(edits.orderRows(both).rows.map(({ label }) => label)).toEqual(["A", "1", "2"]);
  });

  it("move no seat further out than a coordinate may be", () => {
    const { draft, added } = draftOf();
    expect(edits.moveSeats(draft, added, { x: 100_001, y: 0 })).toBe(draft);
  });

  it("are kept to a number, and the parts of one gesture are undone together", () => {
    const { draft, added } = draftOf();
    let history = begin(draft);
    for (let step = 0; step < 3; step += 1)
      history = edited(history, edits.moveSeats(history.present, added, { x: 1, y: 0 }), added);
    expect(undone(history).present).toBe(draft);
    for (let step = 0; step < EDITS_KEPT + 5; step += 1)
      history = edited(history, edits.moveSeats(history.present, added, { x: 1, y: 0 }));
    expect(history.past).toHaveLength(EDITS_KEPT);
  });
});

describe("a map without coordinates", () => {
  const plan = completePlan({
    sections: [{ id: "s1", ...SECTION }],
    rows: [{ section: "s1", label: "가", seats: [{ number: "1" }, { number: "2" }] }],
  });

  it("is shown where it is laid out, and saved as it was until a seat is put somewhere", () => {
    const draft = openDraft(plan);
    expect(draft.rows[0]?.seats.map(({ x }) => x)).toEqual([-0.5, 0.5]);
    expect(planOf(draft)).toEqual(plan);
    const renamed = edits.changeSection(draft, "s1", { name: "VIP석" });
    expect(planOf(renamed).rows).toEqual(plan.rows);
    const moved = planOf(edits.moveSeats(draft, selecting.allSeats(draft), { x: 1, y: 2 }));
    expect(moved.rows[0]?.seats.map(({ x, y }) => [x, y])).toEqual([
      [0.5, 2],
      [1.5, 2],
    ]);
    expect(planFaults(moved)).toEqual([]);
  });
});

describe("a selection", () => {
  it("is a rectangle, a stretch of a row, whole rows or whole sections", () => {
    const { draft } = draftOf({ rows: 2, seats: 4, at: { x: 0, y: 0 } });
    const [first] = draft.rows;
    const keys = first?.seats.map(({ key }) => key) ?? [];
    expect(selecting.seatsWithin(draft, { x: 0, y: 0 }, { x: -9, y: -9 }).size).toBe(2);
    expect([...selecting.seatsBetween(draft, keys[3] ?? 0, keys[1] ?? 0)]).toEqual(keys.slice(1));
    const other = draft.rows[1]?.seats[0]?.key ?? 0;
    expect([...selecting.seatsBetween(draft, keys[0] ?? 0, other)]).toEqual([other]);
    expect(selecting.wholeRows(draft, new Set(keys.slice(0, 1))).size).toBe(4);
    expect(selecting.wholeSections(draft, new Set(keys.slice(0, 1))).size).toBe(8);
    expect(selecting.toggled(selecting.toggled(new Set(), 7), 7).size).toBe(0);
    expect(
      selecting.kept(edits.removeSeats(draft, new Set([other])), new Set([other, keys[0] ?? 0])),
    ).toEqual(new Set(keys.slice(0, 1)));
  });
});

it("edits twenty thousand seats, and tells their faults", () => {
  const { draft, added } = draftOf({ rows: 100, seats: 200 });
  expect(seatCountOf(draft)).toBe(20_000);
  const painted = edits.flagSeats(edits.turnSeats(draft, added, 10), added, "house", true);
  expect(planFaults(planOf(painted))).toEqual([]);
});
