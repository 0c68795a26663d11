import { expect, it } from "vitest";
import { newId } from "#server/platform/values/ids.ts";
import { plan } from "./generated-poster.tsx";

const lookOf = (id: string) => {
  const { composition, palette } = plan(id);
  return `${composition.name} ${palette.join()}`;
};

it("draws the same poster for an event each time", () => {
  const id = newId("event");
  expect(lookOf(id)).toBe(lookOf(id));
  expect(plan(id).pick(1000)).toBe(plan(id).pick(1000));
});

it("draws events of one list apart from each other", () => {
  const ids = Array.from({ length: 400 }, (_, index) => `event_${String(index).padStart(26, "0")}`);
  const looks = ids.map(lookOf);
  expect(new Set(looks.map((look) => look.split(" ")[0])).size).toBe(8);
  expect(new Set(looks).size).toBe(8 * 7);
});
