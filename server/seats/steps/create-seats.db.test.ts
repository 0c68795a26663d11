import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { seats } from "#db/schema/seats.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { createSeats } from "./create-seats.ts";

it("keeps what a seat map knows of a seat, and takes what it does not say for no", async () => {
  const { id } = await given.saleOpen();
  const known = {
    number: "A-1",
    section: "A",
    price: 1000,
    row: "가",
    label: "1",
    position: 3,
    companion: true,
  };
  await inTransaction(systemContext("test"), (tx) =>
    createSeats(tx, id, [known, { number: "A-2", section: "A", price: 2000 }]),
  );
  const rows = await db.select().from(seats).where(eq(seats.eventSessionId, id)).orderBy(seats.number);
  expect(rows).toMatchObject([
    { priceKrw: 1000, row: "가", label: "1", position: 3, companion: true, accessible: false },
    { priceKrw: 2000, row: null, label: null, position: null, companion: false, house: false },
  ]);
  expect(rows.map(({ state, holdId }) => [state, holdId])).toEqual([
    ["available", null],
    ["available", null],
  ]);
});
