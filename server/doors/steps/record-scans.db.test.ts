import { expect, it } from "vitest";
import { databaseNow } from "../../platform/database/clock.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { givenDoors } from "../../testing/doors.ts";
import { recordScans } from "./record-scans.ts";

const MINUTE_MS = 60_000;

it("decides scans of one call one after the other, in the order in which they were made", async () => {
  const { id: eventSessionId, qrs, sold } = await givenDoors(2);
  const ctx = systemContext("test");
  const now = await databaseNow(ctx.db);
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * MINUTE_MS);
  const times = { opensAt: minutesAgo(60), endsAt: minutesAgo(-60), isCancelled: false };
  const place = {
    eventSessionId,
    name: "정문",
    deviceId: null,
    rules: { reentry: true, entryCodes: "ANY" } as const,
    times,
    now,
  };
  const scan = (code: string | undefined, minutes: number, direction: "IN" | "OUT" = "IN") => ({
    ...{
      key: null,
      code: code ?? "",
      direction,
      isConfirmed: false,
      at: minutesAgo(minutes),
      decided: undefined,
    },
  });
  const [first, second] = qrs;
  const scans = [scan(first, 1), scan(second, 4), scan(first, 3, "OUT"), scan(first, 5)];
  const recorded = await inTransaction(ctx, (tx) => recordScans(tx, place, scans));
  expect(recorded.map(({ outcome }) => outcome)).toEqual(["admitted", "admitted", "left", "reentered"]);
  expect(await sold()).toMatchObject([
    { status: "USED", usedAt: minutesAgo(5), usedWhere: "정문", leftAt: null },
    { status: "USED", usedAt: minutesAgo(4), leftAt: null },
  ]);
});
