import { describe, expect, it } from "vitest";
import { hallOf } from "./hall.ts";
import { sampleDrawing } from "./sample-drawing.ts";
import { indexSeats } from "./seat-index.ts";
import { K_MAX, pressOf, seatPixels, viewAfter, viewOf, visibleBox } from "./view.ts";

const row = "o".repeat(50);
const hall = hallOf(sampleDrawing({ R: Array.from({ length: 40 }, () => row), S: [row] }));
const index = indexSeats(hall);
const PHONE = { width: 358, height: 420 };
const WIDE = { width: 1600, height: 420 };

describe("a view", () => {
  it("shows the whole of a rectangle in the middle", () => {
    const view = viewOf(hall.box, PHONE);
    const seen = visibleBox(view, PHONE);
    expect(seen.left).toBeLessThan(hall.box.left);
    expect(seen.bottom).toBeGreaterThan(hall.box.bottom);
    expect(seen.left + seen.right).toBeCloseTo(hall.box.left + hall.box.right);
    expect(seen.top + seen.bottom).toBeCloseTo(hall.box.top + hall.box.bottom);
  });

  it("makes nothing larger than a finger needs", () => {
    expect(viewOf({ left: 0, top: 0, right: 20, bottom: 20 }, PHONE).k).toBe(K_MAX);
  });

  it("after a press on a small section shows it whole, and of a large one the point that was pressed", () => {
    const small = viewAfter(hall, { kind: "section", seat: 2010 }, WIDE);
    expect(small).toEqual(viewOf(hall.sections[1]?.box ?? hall.box, WIDE));
    const large = viewAfter(hall, { kind: "section", seat: 1020 }, PHONE);
    expect(seatPixels(large)).toBe(30);
    expect(visibleBox(large, PHONE).left + visibleBox(large, PHONE).right).toBeCloseTo(800);
    const closer = viewAfter(hall, { kind: "closer", point: { x: 7, y: 9 } }, PHONE);
    expect(visibleBox(closer, PHONE).top + visibleBox(closer, PHONE).bottom).toBeCloseTo(18);
  });
});

describe("a press", () => {
  const at = (seat: number, view: { x: number; y: number; k: number }) => ({
    x: view.x + view.k * (hall.x[seat] ?? 0),
    y: view.y + view.k * (hall.y[seat] ?? 0),
  });
  const whole = viewOf(hall.box, { width: 200, height: 200 });
  const middle = viewOf(hall.box, { width: 320, height: 2000 });
  const near = viewAfter(hall, { kind: "section", seat: 1020 }, PHONE);

  it("from afar means the section, and beside the hall nothing", () => {
    expect(seatPixels(whole)).toBeLessThan(5);
    expect(pressOf(hall, index, whole, at(2010, whole), "finger")).toEqual({ kind: "section", seat: 2010 });
    expect(pressOf(hall, index, whole, { x: 0, y: 0 }, "finger")).toBeUndefined();
  });

  it("where seats are too small to tell apart asks for a closer view", () => {
    expect(seatPixels(middle)).toBeGreaterThan(5);
    const press = pressOf(hall, index, middle, at(120, middle), "finger");
    expect(press).toMatchObject({ kind: "closer" });
  });

  it("means the nearest seat within 22 pixels", () => {
    const { x, y } = at(1020, near);
    expect(pressOf(hall, index, near, { x: x + 9, y: y - 9 }, "finger")).toEqual({
      kind: "seat",
      seat: 1020,
    });
    const first = at(0, near);
    const leftOf = (pixels: number) => ({ x: first.x - pixels, y: first.y });
    expect(pressOf(hall, index, near, leftOf(21), "finger")).toEqual({ kind: "seat", seat: 0 });
    expect(pressOf(hall, index, near, leftOf(23), "finger")).toBeUndefined();
    expect(pressOf(hall, index, near, leftOf(13), "mouse")).toBeUndefined();
  });
});
