import { expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { shortCodeOf } from "../../platform/values/id-forms.ts";
import { givenDoors } from "../../testing/doors.ts";
import { lockTicketsOfCodes } from "./lock-tickets.ts";

const named = (codes: readonly string[], at?: Parameters<typeof lockTicketsOfCodes>[2]) =>
  inTransaction(systemContext("test"), (tx) => lockTicketsOfCodes(tx, codes, at));

it("finds tickets by their codes, and by short codes in their event session alone", async () => {
  const [{ id, sold, qrs }, other] = [await givenDoors(2), await givenDoors()];
  const [first] = await sold();
  const [qr = ""] = qrs;
  const short = shortCodeOf(first?.id ?? "");
  const here = await named([qr, short, "0000-0000", "made.up.code"], id);
  expect(here.get(qr)).toMatchObject({ ticket: { id: first?.id } });
  expect(here.get(short)).toMatchObject({ ticket: { id: first?.id } });
  expect(here.get("0000-0000")).toEqual({ ticket: null, isForged: false });
  expect(here.get("made.up.code")).toEqual({ ticket: null, isForged: true });
  expect((await named([short], other.id)).get(short)).toEqual({ ticket: null, isForged: false });
  // Without an event session a short code names nothing.
  expect((await named([short])).get(short)).toEqual({ ticket: null, isForged: true });
});
