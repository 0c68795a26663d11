import { expect, it } from "vitest";
import { databaseNow } from "../../platform/database/clock.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { givenDevice, givenDoors } from "../../testing/doors.ts";
import { newKey } from "../../testing/given.ts";
import { addGuest } from "../commands/add-guest.ts";
import { recordArrivals } from "./record-arrivals.ts";

it("decides arrivals of one call one after the other, in the order in which they were made", async () => {
  const { id: eventSessionId, seller } = await givenDoors();
  const { id: guestId } = await addGuest(seller.ctx(), { eventSessionId, name: "홍길동", people: 2 });
  const device = await givenDevice(seller, eventSessionId);
  const ctx = systemContext("test");
  const now = await databaseNow(ctx.db);
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const hours = { opensAt: minutesAgo(60), endsAt: minutesAgo(-60), isCancelled: false };
  const { doorDeviceId: deviceId } = (await device.ctx()).actor as { doorDeviceId: `door_device_${string}` };
  const place = { eventSessionId, entrance: "정문", deviceId, reentry: false, hours, now };
  const arrival = (minutes: number, people: number) => ({
    ...{ key: newKey(), guestId, people, direction: "IN" as const },
    ...{ at: minutesAgo(minutes), decided: undefined },
  });
  const made = [arrival(1, 1), arrival(5, 1), arrival(3, 2)];
  const recorded = await inTransaction(ctx, (tx) => recordArrivals(tx, place, made));
  expect(recorded.map(({ outcome }) => outcome)).toEqual(["admitted", "guest_full", "admitted"]);
  expect(recorded.at(-1)?.guest).toMatchObject({ came: 2 });
});
