import { describe, expect, it } from "vitest";
import type { NumberedOrder } from "./store.ts";
import { planShipping, readTrackingFile } from "./tracking.policy.ts";

const file = (text: string) => readTrackingFile(new TextEncoder().encode(text));
const order = (end: string, more: Partial<NumberedOrder> = {}): NumberedOrder => ({
  ...{ orderId: `order_01k8v3q4f6e9hb2m5n${end}`, orderState: "confirmed", delivery: "PAPER" },
  ...{ id: `shipping_01k8v3q4f6e9hb2m5n${end}`, state: "preparing", carrier: null, trackingNumber: null },
  ...more,
});

describe("a file of tracking numbers", () => {
  it.each([
    ["CJ", "CJ"],
    ["cj대한통운", "CJ"],
    ["CJ 대한통운", "CJ"],
    ["한진택배", "HANJIN"],
    ["롯데", "LOTTE"],
    ["우체국", "POST"],
    ["korea post", "POST"],
    ["로젠택배".normalize("NFD"), "LOGEN"],
  ])("knows the carrier %s as %s", (written, carrier) => {
    expect(file(`order,carrier,tracking\n7P8R-9S0T,${written},1234`).rows).toMatchObject([{ carrier }]);
  });

  it.each([
    ["", ["column_missing", "column_missing", "column_missing"]],
    ["order,carrier\n7P8R-9S0T,CJ", ["column_missing"]],
    ["order,carrier,tracking,memo\n7P8R-9S0T,CJ,1234,x", ["column_unknown"]],
    ["order,carrier,tracking\n", ["no_orders"]],
    ["order,carrier,tracking\n7P8R-9S0T,CJ,1234,2", ["too_many_cells"]],
    ["order,carrier,tracking\n7P8R-9S0T,CJ,1.23457E+12", ["tracking_wrong"]],
    ["order,carrier,tracking\n7P8R-9S0T,CJ,-", ["tracking_wrong"]],
    ["order,carrier,tracking\nmy order,CJ,1234", ["order_unknown"]],
    ['order,carrier,tracking\n7P8R-9S0T,"CJ,1234', ["quote_broken"]],
  ])("%j has these mistakes: %j", (text, codes) => {
    expect(file(text).mistakes.map(({ code }) => code)).toEqual(codes);
  });

  it("asks for the whole id where several orders have one number", () => {
    const [one, other] = [
      order("7p8r9s0t"),
      order("7p8r9s0t", { orderId: "order_02k8v3q4f6e9hb2m5n7p8r9s0t" }),
    ];
    const known = { orders: [one, other], tracked: [] };
    const { mistakes } = planShipping(file("order,carrier,tracking\n7P8R-9S0T,CJ,1234"), known);
    expect(mistakes).toMatchObject([{ line: 2, column: "order", code: "order_ambiguous" }]);
    const named = planShipping(file(`order,carrier,tracking\n${other.orderId},CJ,1234`), known);
    expect(named).toMatchObject({ mistakes: [], shipping: [{ orderId: other.orderId, isDone: false }] });
  });

  it("passes over what was shipped under the same number, wherever the parcel is now", () => {
    const tracked = { carrier: "CJ", trackingNumber: "1-111" };
    const known = { orders: [order("7p8r9s0t", { ...tracked, state: "in_transit" })], tracked: [] };
    const plan = (text: string) => planShipping(file(`order,carrier,tracking\n7P8R-9S0T,${text}`), known);
    expect(plan("CJ,1-111")).toMatchObject({ mistakes: [], shipping: [{ isDone: true }] });
    expect(plan("CJ,1-112").mistakes).toMatchObject([{ code: "state_wrong", found: "in_transit" }]);
  });
});
