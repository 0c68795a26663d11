import { expect, it } from "vitest";
import { RETENTION_DAYS } from "#db/privacy/retention.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { addGuest } from "../commands/add-guest.ts";
import { listGuests } from "../queries.ts";
import { eraseNames } from "./erase-names.ts";

const HOUR = 3600;

it("erases names and notes after their time and keeps the counts", async () => {
  const admin = await given.person("ADMIN");
  const { id: eventSessionId } = await given.saleOpen({ by: admin, startsInHours: 3 });
  await addGuest(admin.ctx(), { eventSessionId, name: "홍길동", note: "가족", people: 2 });
  const list = () => listGuests(admin.ctx(), { eventSessionId });
  const ctx = systemContext("retention.purge");
  await clock.move(RETENTION_DAYS.guestNames * 24 * HOUR);
  await eraseNames(ctx);
  expect((await list()).guests).toMatchObject([{ name: "홍길동" }]);
  await clock.move(4 * HOUR);
  expect(await eraseNames(ctx)).toBeGreaterThan(0);
  expect((await list()).guests).toMatchObject([{ name: "", note: null, people: 2 }]);
  expect(await eraseNames(ctx)).toBe(0);
});
