import { describe, expect, it } from "vitest";
import { defineMachine } from "./machine.ts";

/** Two states that lead both ways, one end that some may enter, and one that no actor may. */
const parcel = defineMachine("parcel", {
  initial: "ORDERED",
  states: {
    ORDERED: { tone: "neutral", to: ["PACKED"] },
    PACKED: { tone: "info", to: ["SENT", "LOST"] },
    SENT: { tone: "warning", to: ["PACKED", "ARRIVED", "LOST"] },
    ARRIVED: { tone: "success", to: [], by: ["buyer", "admin"] },
    LOST: { tone: "danger", to: [], by: [] },
  },
});

describe("a machine", () => {
  it("keeps its name, its first state and the order its states were declared in", () => {
    expect(parcel.name).toBe("parcel");
    expect(parcel.initial).toBe("ORDERED");
    expect(parcel.states).toEqual(["ORDERED", "PACKED", "SENT", "ARRIVED", "LOST"]);
  });

  it("names the targets of a state as they were declared", () => {
    expect(parcel.targets("SENT")).toEqual(["PACKED", "ARRIVED", "LOST"]);
    expect(parcel.targets("LOST")).toEqual([]);
  });

  it("finds every state that may move to another", () => {
    expect(parcel.sources("LOST")).toEqual(["PACKED", "SENT"]);
    expect(parcel.sources("PACKED")).toEqual(["ORDERED", "SENT"]);
    expect(parcel.sources("ARRIVED")).toEqual(["SENT"]);
    expect(parcel.sources("ORDERED")).toEqual([]);
  });

  it("lists each edge once, and allows these moves and no other", () => {
    expect(parcel.edges).toEqual([
      ["ORDERED", "PACKED"],
      ["PACKED", "SENT"],
      ["PACKED", "LOST"],
      ["SENT", "PACKED"],
      ["SENT", "ARRIVED"],
      ["SENT", "LOST"],
    ]);
    const allowed = parcel.states.flatMap((from) =>
      parcel.states.filter((to) => parcel.allows(from, to)).map((to) => [from, to]),
    );
    expect(allowed).toEqual(parcel.edges);
  });

  it("does not take staying for a move", () => {
    for (const state of parcel.states) expect(parcel.allows(state, state)).toBe(false);
  });

  it("admits the actors that are listed, all actors without a list, and none with an empty list", () => {
    const entering = (to: (typeof parcel.states)[number]) =>
      (["buyer", "seller", "admin", "system"] as const).filter((role) => parcel.mayEnter(to, role));
    expect(entering("SENT")).toEqual(["buyer", "seller", "admin", "system"]);
    expect(entering("ARRIVED")).toEqual(["buyer", "admin"]);
    expect(entering("LOST")).toEqual([]);
  });

  it("ends where nothing leads on", () => {
    expect(parcel.states.filter(parcel.isEnd)).toEqual(["ARRIVED", "LOST"]);
  });

  it("gives each state its tone", () => {
    expect(parcel.states.map(parcel.tone)).toEqual(["neutral", "info", "warning", "success", "danger"]);
  });

  it("allows nothing to or from a name that is only a property of every object", () => {
    const strange = "constructor" as "SENT";
    expect(parcel.targets(strange)).toEqual([]);
    expect(parcel.sources(strange)).toEqual([]);
    expect(parcel.allows("PACKED", strange)).toBe(false);
    expect(parcel.allows(strange, "PACKED")).toBe(false);
    expect(parcel.tone(strange)).toBe("neutral");
  });
});
