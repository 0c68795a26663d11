import { expect, it } from "vitest";
import type { CancelQuote } from "#server/checkout/contract.ts";
import { cancellationOf } from "./cancellation.ts";

const quote: CancelQuote = {
  tickets: [
    { id: "ticket_1", number: 1, seat: "1", price: 110_000, fee: 11_000 },
    { id: "ticket_2", number: 2, seat: "2", price: 90_000, fee: 9000 },
  ],
  ...{ shippingFee: 3000, isLast: true, isChanged: false },
};

it("gives the parcel's fee back with the whole order alone", () => {
  expect(cancellationOf(quote, new Set())).toEqual({
    ...{ chosen: ["ticket_1", "ticket_2"], isWhole: true },
    ...{ paid: 200_000, fee: 20_000, shippingFee: 3000, refund: 183_000 },
  });
  expect(cancellationOf(quote, new Set(["ticket_2"]))).toEqual({
    ...{ chosen: ["ticket_1"], isWhole: false },
    ...{ paid: 110_000, fee: 11_000, shippingFee: 0, refund: 99_000 },
  });
});

it("names the tickets where others of the order stay, such as one that was used", () => {
  expect(cancellationOf({ ...quote, isLast: false }, new Set())).toMatchObject({
    ...{ chosen: ["ticket_1", "ticket_2"], isWhole: false, shippingFee: 0, refund: 180_000 },
  });
});
