import { expect, it } from "vitest";
import { inTransaction } from "#server/platform/database/transaction.ts";
import type { AppContext, UserActor } from "#server/platform/operation/context.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { givenParcel, parcelNow } from "#server/testing/paper.ts";
import { moveParcel } from "./move-parcel.ts";

it("says whether it moved the parcel, and moves order and parcel in its caller's transaction alone", async () => {
  const { id, seller } = await givenParcel("preparing");
  const shipped = { id, to: "shipped", carrier: "POST", trackingNumber: "6012345678901" } as const;
  await expect(
    inTransaction(seller.ctx() as AppContext<UserActor>, async (tx) => {
      expect(await moveParcel(tx, shipped)).toMatchObject({ hasMoved: true, orderStatus: "shipped" });
      expect(await moveParcel(tx, shipped)).toMatchObject({ hasMoved: false, orderStatus: "shipped" });
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  expect(await parcelNow(id)).toMatchObject({ shipping: "preparing", order: "confirmed" });
  await expectEquationsHold();
});
